import type { BillLine, PayMethod, RefundReason } from './lines.ts'

export type OrderState = {
  id: string
  method: PayMethod
  /** From 1: an order that ran out while the case still wants the money is followed by another. */
  round: number
  at: number
  until: number
  status: 'live' | 'closed'
}

/** `left` is what of it has neither gone back nor is going back. */
export type PaymentState = {
  id: string
  order: string
  amount: number
  left: number
  kept: boolean
  paidAt: number
  at: number
}

export type RefundState = {
  id: string
  payment: string
  amount: number
  reason: RefundReason
  /** by-hand: the gateway will not, somebody has to. */
  status: 'due' | 'by-hand' | 'done'
  by: 'gateway' | 'hand' | null
  /** Of the transfer that a hand made. */
  reference: string | null
  at: number
  doneAt: number | null
}

/** A bill as its lines say: their fold, nothing else. */
export type BillState = {
  lines: number
  amount: number
  until: number
  openedAt: number
  cancelledAt: number | null
  paidAt: number | null
  receipt: string | null
  orders: Record<string, OrderState>
  payments: Record<string, PaymentState>
  refunds: Record<string, RefundState>
  /** Why the gateway gave no account to pay into, while there is none. */
  chargeRefused: string | null
}

export type BillStatus = 'open' | 'paid' | 'cancelled'

export function emptyBill(): BillState {
  return {
    lines: 0,
    amount: 0,
    until: 0,
    openedAt: 0,
    cancelledAt: null,
    paidAt: null,
    receipt: null,
    orders: {},
    payments: {},
    refunds: {},
    chargeRefused: null,
  }
}

/** Folds a bill's lines, oldest first. Throws RangeError where a line cannot follow those before it. */
export function foldBill(lines: Iterable<BillLine>): BillState {
  let state = emptyBill()
  for (const line of lines) state = applyLine(state, line)
  return state
}

export function applyLine(state: BillState, line: BillLine): BillState {
  return { ...change(state, line), lines: state.lines + 1 }
}

function change(state: BillState, line: BillLine): BillState {
  switch (line.type) {
    case 'opened':
      return { ...state, ...line.data, openedAt: line.at }
    case 'charged': {
      const { order: id, method, round, until } = line.data
      return { ...withOrder(state, { id, method, round, at: line.at, until, status: 'live' }), chargeRefused: null }
    }
    case 'charge-refused':
      return { ...state, chargeRefused: line.data.code }
    case 'order-closed':
      return withOrder(state, { ...orderOf(state, line.data.order), status: 'closed' })
    case 'received': {
      const { payment: id, order, amount, paidAt } = line.data
      return withPayment(state, { id, order, amount, left: amount, kept: false, paidAt, at: line.at })
    }
    case 'kept': {
      const known = paymentOf(state, line.data.payment)
      if (state.receipt !== null || known.left !== state.amount) throw new RangeError(`${known.id} cannot be kept`)
      const { receipt } = line.data
      return { ...withPayment(state, { ...known, kept: true }), receipt, paidAt: known.paidAt }
    }
    case 'cancelled':
      return { ...state, cancelledAt: state.cancelledAt ?? line.at }
    case 'refund-due': {
      const { refund: id, payment, amount, reason } = line.data
      const known = paymentOf(state, payment)
      if (amount <= 0 || amount > known.left) throw new RangeError(`${id} gives back more than is left of ${payment}`)
      const left = withPayment(state, { ...known, left: known.left - amount })
      return withRefund(left, {
        id,
        payment,
        amount,
        reason,
        status: 'due',
        by: null,
        reference: null,
        at: line.at,
        doneAt: null,
      })
    }
    case 'refund-refused':
      return withRefund(state, { ...refundOf(state, line.data.refund), status: 'by-hand' })
    case 'refunded': {
      const known = refundOf(state, line.data.refund)
      if (line.data.amount !== known.amount) throw new RangeError(`${known.id} is ${known.amount}`)
      const { by, reference } = line.data
      return withRefund(state, { ...known, status: 'done', by, reference, doneAt: line.at })
    }
  }
}

function orderOf(state: BillState, id: string): OrderState {
  return state.orders[id] ?? missing(`order ${id}`)
}

function paymentOf(state: BillState, id: string): PaymentState {
  return state.payments[id] ?? missing(`payment ${id}`)
}

export function refundOf(state: BillState, id: string): RefundState {
  return state.refunds[id] ?? missing(`refund ${id}`)
}

function missing(what: string): never {
  throw new RangeError(`${what} is not there`)
}

const withOrder = (state: BillState, order: OrderState) => ({
  ...state,
  orders: { ...state.orders, [order.id]: order },
})
const withPayment = (state: BillState, payment: PaymentState) => ({
  ...state,
  payments: { ...state.payments, [payment.id]: payment },
})
const withRefund = (state: BillState, refund: RefundState) => ({
  ...state,
  refunds: { ...state.refunds, [refund.id]: refund },
})

/** Paid stays paid, also when some of it goes back. */
export function statusOf(state: BillState): BillStatus {
  if (state.receipt !== null) return 'paid'
  return state.cancelledAt === null ? 'open' : 'cancelled'
}
