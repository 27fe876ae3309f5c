import { describe, expect, test } from 'vitest'
import type { BillLine } from '../../../domain/payment/lines.ts'
import { billOfOrder, lookAgainMs, nextMove, orderId } from '../../../domain/payment/next-move.ts'
import { foldBill } from '../../../domain/payment/state.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 28)
const rules = { methods: ['va', 'qris'], watchMs: 30 * day } as const
const bill = 'b0123456789abcdef0123'
const opened: BillLine = { type: 'opened', at: now, data: { amount: 50_000, until: now + 3 * day } }
const charged = (method: 'va' | 'qris', round = 1, until = now + 3 * day): BillLine => ({
  type: 'charged',
  at: now,
  data: { order: orderId(bill, method, round), method, round, until, account: { qr: 'x' } },
})
const closed = (method: 'va' | 'qris', round = 1): BillLine => ({
  type: 'order-closed',
  at: now,
  data: { order: orderId(bill, method, round), how: 'expired' },
})
const received: BillLine = {
  type: 'received',
  at: now,
  data: { payment: 'p1', order: orderId(bill, 'va', 1), amount: 50_000, paidAt: now },
}
const kept: BillLine = { type: 'kept', at: now, data: { payment: 'p1', amount: 50_000, receipt: 'KW-1' } }
const move = (lines: BillLine[], at = now) => nextMove(bill, foldBill(lines), at, rules)

describe('what a bill needs next', () => {
  test('accounts to pay into, one a method, good until the applicant’s clock ends', () => {
    expect(move([opened])).toEqual({
      kind: 'charge',
      order: `${bill}-va-1`,
      method: 'va',
      round: 1,
      until: now + 3 * day,
    })
    expect(move([opened, charged('va')])).toMatchObject({ kind: 'charge', method: 'qris' })
    expect(move([opened, charged('va'), charged('qris')])).toEqual({ kind: 'rest', ends: null })
  })

  test('a new account where the old one ran out and the case still waits', () => {
    const lines = [opened, charged('va'), charged('qris')]
    expect(move(lines, now + 3 * day)).toEqual({ kind: 'close', order: `${bill}-va-1` })
    const ended = [...lines, closed('va'), closed('qris')]
    expect(move(ended, now + 3 * day)).toEqual({
      kind: 'charge',
      order: `${bill}-va-2`,
      method: 'va',
      round: 2,
      until: now + 10 * day,
    })
  })

  test('no third account at once after two that ran out at birth', () => {
    const rounds = [1, 2, 3].flatMap((round) => [charged('va', round, now), closed('va', round)])
    expect(move([opened, charged('qris'), ...rounds])).toEqual({ kind: 'rest', ends: null })
    expect(move([opened, charged('qris'), ...rounds], now + 60_000)).toMatchObject({ kind: 'charge', round: 4 })
  })

  test('the case is asked before anything else; then the other accounts are closed', () => {
    const lines = [opened, charged('va'), charged('qris'), received]
    expect(move(lines)).toEqual({ kind: 'settle', payment: 'p1' })
    expect(move([...lines, closed('va'), kept])).toEqual({ kind: 'close', order: `${bill}-qris-1` })
    expect(move([...lines, closed('va'), kept, closed('qris')])).toEqual({ kind: 'rest', ends: now + 30 * day })
  })

  test('money for a bill that nobody wants goes back whole', () => {
    const lines: BillLine[] = [opened, charged('va'), { type: 'cancelled', at: now, data: {} }, received]
    expect(move(lines)).toEqual({ kind: 'give-back', payment: 'p1', refund: 'back-p1', amount: 50_000, reason: 'late' })
  })
})

test('orders name their bill, and no other text does', () => {
  expect(billOfOrder(orderId(bill, 'qris', 12))).toBe(bill)
  expect(orderId(bill, 'qris', 9_999).length).toBeLessThanOrEqual(50)
  for (const text of ['', bill, `${bill}-va-0`, `${bill}-cash-1`, `x${bill}-va-1`, `${bill}-va-1 `]) {
    expect(billOfOrder(text), text).toBeNull()
  }
})

test('the gateway is asked often at first, hourly while open, daily afterwards', () => {
  expect([0, 1, 2, 6, 50].map((looks) => lookAgainMs(looks, true) / 60_000)).toEqual([1, 2, 4, 60, 60])
  expect(lookAgainMs(0, false)).toBe(day)
})
