import type { PayMethod, RefundReason } from './lines.ts'
import type { BillState, OrderState, PaymentState } from './state.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** An account given now is good for at least so long, also where the first one ran out while the case still waits. */
export const shortestMs = 2 * 60 * minute
export const furtherRoundMs = 7 * day

export type Move =
  /** The case is asked whether it takes the payment. */
  | { kind: 'settle'; payment: string }
  /** A payment that nobody is to be asked about. */
  | { kind: 'give-back'; payment: string; refund: string; amount: number; reason: RefundReason }
  | { kind: 'refund'; refund: string }
  | { kind: 'close'; order: string }
  | { kind: 'charge'; order: string; method: PayMethod; round: number; until: number }
  /** Nothing to do but look whether money comes; `ends` is when none can come any more, null while some may. */
  | { kind: 'rest'; ends: number | null }

export type BillRules = {
  methods: readonly PayMethod[]
  /** How long after its end a bill is watched for late money. */
  watchMs: number
}

/**
 * What a bill needs next, money first: whatever came in is decided before anything new is asked for.
 */
export function nextMove(bill: string, state: BillState, now: number, { methods, watchMs }: BillRules): Move {
  return moneyMove(state) ?? orderMove(bill, state, now, methods) ?? { kind: 'rest', ends: endOf(state, watchMs) }
}

function moneyMove(state: BillState): Move | null {
  const held = Object.values(state.payments).find(({ kept, left }) => !kept && left > 0)
  if (held) return decide(state, held)
  const due = Object.values(state.refunds).find(({ status }) => status === 'due')
  return due ? { kind: 'refund', refund: due.id } : null
}

function decide(state: BillState, { id: payment, left: amount, amount: whole }: PaymentState): Move {
  const reason = unwanted(state, whole)
  return reason ? { kind: 'give-back', payment, refund: backId(payment), amount, reason } : { kind: 'settle', payment }
}

function unwanted(state: BillState, amount: number): RefundReason | null {
  if (state.receipt !== null) return 'double'
  if (state.cancelledAt !== null) return 'late'
  return amount === state.amount ? null : 'amount'
}

/** A payment that was never kept goes back whole and once. */
export const backId = (payment: string) => `back-${payment}`

function orderMove(bill: string, state: BillState, now: number, methods: readonly PayMethod[]): Move | null {
  const orders = Object.values(state.orders)
  const live = orders.filter(({ status }) => status === 'live')
  if (!isWanted(state)) {
    const [open] = live
    return open ? { kind: 'close', order: open.id } : null
  }
  const overdue = live.find(({ until }) => until <= now)
  if (overdue) return { kind: 'close', order: overdue.id }
  const method = methods.find((each) =>
    mayCharge(
      orders.filter((order) => order.method === each),
      now,
    ),
  )
  return method ? charge(bill, state, now, method, orders) : null
}

/** Once none is live. Those that follow each other too fast, as where a clock goes wrong, wait ever longer. */
function mayCharge(orders: OrderState[], now: number): boolean {
  const last = orders.at(-1)
  if (orders.some(({ status }) => status === 'live')) return false
  if (!last || orders.length < 3) return true
  return now - last.at >= Math.min(60, 2 ** (orders.length - 3)) * minute
}

function charge(bill: string, state: BillState, now: number, method: PayMethod, orders: OrderState[]): Move {
  const round = orders.filter((order) => order.method === method).length + 1
  const until = state.until - now >= shortestMs ? state.until : now + (round === 1 ? day : furtherRoundMs)
  return { kind: 'charge', order: orderId(bill, method, round), method, round, until }
}

/** The gateway's key for what is asked: at most 50 letters, figures, dots and dashes. */
export const orderId = (bill: string, method: PayMethod, round: number) => `${bill}-${method}-${round}`

/** The bill that an order of ours is for; null for any other text. */
export function billOfOrder(order: string): string | null {
  return /^(b[0-9a-f]{20})-(?:va|qris)-[1-9]\d{0,3}$/.exec(order)?.[1] ?? null
}

export function isWanted({ receipt, cancelledAt }: BillState): boolean {
  return receipt === null && cancelledAt === null
}

function endOf(state: BillState, watchMs: number): number | null {
  if (isWanted(state)) return null
  const instants = [
    state.paidAt,
    state.cancelledAt,
    ...Object.values(state.payments).map(({ at }) => at),
    ...Object.values(state.refunds).map(({ at, doneAt }) => doneAt ?? at),
  ]
  return Math.max(...instants.filter((instant) => instant !== null)) + watchMs
}

/** How long to wait before the gateway is asked again by itself: often at first, hourly while open, daily afterwards. */
export function lookAgainMs(looks: number, isOpen: boolean): number {
  return isOpen ? Math.min(60 * minute, minute * 2 ** Math.min(looks, 6)) : day
}
