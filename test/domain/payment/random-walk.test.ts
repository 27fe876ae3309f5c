import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf, moneyFaults } from '../../../domain/payment/ledger.ts'
import type { BillLine, BillLineBody } from '../../../domain/payment/lines.ts'
import { lineKey } from '../../../domain/payment/lines.ts'
import { type Move, nextMove } from '../../../domain/payment/next-move.ts'
import { type BillState, foldBill } from '../../../domain/payment/state.ts'

const amount = 150_000
const watchMs = 30 * 86_400_000
const rules = { methods: ['va', 'qris'], watchMs } as const

/** What the world does to a bill between two moves of its workflow. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    which: fc.nat(7),
    sum: fc.constantFrom(amount, amount, amount, 1, 149_999),
  }),
  fc.record({ kind: fc.constant('case-ends' as const) }),
  fc.record({ kind: fc.constant('withdraw' as const), percent: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('by-hand' as const) }),
  fc.record({ kind: fc.constant('work' as const), moves: fc.integer({ min: 1, max: 6 }), refusesRefund: fc.boolean() }),
)
type Happening = typeof happening extends fc.Arbitrary<infer Each> ? Each : never

/** A bill in a world without servers: its lines, what the case says, and the clock. */
class World {
  readonly lines: BillLine[] = []
  now = Date.UTC(2026, 10, 28)
  caseOpen = true
  caseTook: string | null = null
  private paid = 0

  constructor() {
    this.tell({ type: 'opened', data: { amount, until: this.now + 3 * 86_400_000 } })
  }

  get state(): BillState {
    return foldBill(this.lines)
  }

  /** As the row's owner does: a line that is there already changes nothing. */
  tell(line: BillLineBody): void {
    if (this.lines.some((each) => lineKey(each) === lineKey(line))) return
    this.lines.push({ ...line, at: this.now })
  }

  happen(what: Happening): void {
    const { state } = this
    switch (what.kind) {
      case 'pay': {
        const orders = Object.values(state.orders)
        const order = orders[what.which % Math.max(1, orders.length)]
        if (!order) return
        this.paid += 1
        this.tell({
          type: 'received',
          data: { payment: `p${this.paid}`, order: order.id, amount: what.sum, paidAt: this.now },
        })
        this.tell({ type: 'order-closed', data: { order: order.id, how: 'paid' } })
        return
      }
      case 'case-ends':
        this.caseOpen = false
        if (!this.caseTook) this.tell({ type: 'cancelled', data: {} })
        return
      case 'withdraw': {
        const kept = Object.values(state.payments).find((payment) => payment.kept)
        const back = Math.floor((amount * what.percent) / 100)
        this.caseOpen = false
        if (kept && back > 0 && !state.refunds.withdrawn) {
          this.tell({
            type: 'refund-due',
            data: { refund: 'withdrawn', payment: kept.id, amount: back, reason: 'withdrawn' },
          })
        }
        if (!kept && !this.caseTook) this.tell({ type: 'cancelled', data: {} })
        return
      }
      case 'time':
        this.now += what.hours * 3_600_000
        return
      case 'by-hand': {
        const refund = Object.values(state.refunds).find(({ status }) => status === 'by-hand')
        if (refund)
          this.tell({
            type: 'refunded',
            data: { refund: refund.id, amount: refund.amount, by: 'hand', reference: 'T1' },
          })
        return
      }
      case 'work':
        for (let move = 0; move < what.moves; move += 1) this.work(what.refusesRefund)
    }
  }

  work(refusesRefund = false): Move {
    const move = nextMove('b', this.state, this.now, rules)
    const line = this.lineOf(move, refusesRefund)
    if (line) this.tell(line)
    return move
  }

  private lineOf(move: Move, refusesRefund: boolean): BillLineBody | null {
    switch (move.kind) {
      case 'settle': {
        const takes = this.caseOpen && (this.caseTook === null || this.caseTook === move.payment)
        const { amount: sum } = this.state.payments[move.payment] ?? { amount: 0 }
        if (takes) this.caseTook = move.payment
        if (takes) return { type: 'kept', data: { payment: move.payment, amount: sum, receipt: 'KW-1' } }
        return {
          type: 'refund-due',
          data: { refund: `back-${move.payment}`, payment: move.payment, amount: sum, reason: 'late' },
        }
      }
      case 'give-back': {
        const { kind: _, ...data } = move
        return { type: 'refund-due', data }
      }
      case 'refund': {
        const refund = this.state.refunds[move.refund]
        if (refusesRefund) return { type: 'refund-refused', data: { refund: move.refund, code: '412' } }
        return {
          type: 'refunded',
          data: { refund: move.refund, amount: refund?.amount ?? 0, by: 'gateway', reference: null },
        }
      }
      case 'close':
        return { type: 'order-closed', data: { order: move.order, how: 'cancelled' } }
      case 'charge': {
        const { order, method, round, until } = move
        return { type: 'charged', data: { order, method, round, until, account: { qr: 'x' } } }
      }
      case 'rest':
        return null
    }
  }

  faults(): string[] {
    return moneyFaults(this.lines, balanceOf(this.state))
  }
}

test('whatever happens in whatever order, every rupiah is kept once, held, going back or gone back', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const world = new World()
      for (const what of happenings) {
        world.happen(what)
        expect(world.faults()).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('left alone, every bill comes to rest: nothing held, nothing due but what waits for a hand', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), fc.boolean(), (happenings, refuses) => {
      const world = new World()
      for (const what of happenings) world.happen(what)
      let moves = 0
      while (world.work(refuses).kind !== 'rest') {
        moves += 1
        expect(moves).toBeLessThan(60)
      }
      const { held } = balanceOf(world.state)
      expect(held).toBe(0)
      expect(Object.values(world.state.refunds).filter(({ status }) => status === 'due')).toEqual([])
      const kept = Object.values(world.state.payments).filter((payment) => payment.kept)
      expect(kept.map(({ id }) => id)).toEqual(world.caseTook === null ? [] : [world.caseTook])
      expect(world.faults()).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the check sees money that is missing, doubled or kept twice', () => {
  const at = 0
  const opened: BillLine = { type: 'opened', at, data: { amount, until: 1 } }
  const came = (payment: string): BillLine => ({
    type: 'received',
    at,
    data: { payment, order: 'o', amount, paidAt: 0 },
  })
  const kept = (payment: string): BillLine => ({ type: 'kept', at, data: { payment, amount, receipt: 'K' } })
  const balance = { received: amount, kept: amount, held: 0, refunding: 0, refunded: 0 }
  expect(moneyFaults([opened, came('p1'), kept('p1')], balance)).toEqual([])
  expect(moneyFaults([opened, came('p1'), kept('p1')], { ...balance, kept: 0 })).not.toEqual([])
  expect(moneyFaults([opened, came('p1'), came('p1'), kept('p1')], balance)).not.toEqual([])
  expect(moneyFaults([opened, came('p1'), kept('p1'), kept('p1')], balance)).not.toEqual([])
  const back: BillLine = { type: 'refunded', at, data: { refund: 'r', amount, by: 'gateway', reference: null } }
  expect(moneyFaults([opened, came('p1'), back], { ...balance, kept: 0, refunded: amount })).toContain(
    'r was never due',
  )
})
