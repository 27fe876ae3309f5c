import type { BillDetail, BillRow } from '../../contracts/bills.ts'
import type { BillRecord } from '../../models/payment/bill.ts'
import { iso } from '../case/clock.ts'
import { feesOf, lastDay, refundsOf } from '../case/present-bill.ts'
import type { CaseWords } from '../case/words.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** Money and codes; who paid is told by the case. */
export function presentBillRow(bill: BillRecord, { definition }: CaseWords): BillRow {
  const { received, kept, held, refunding, refunded } = bill.balance
  return {
    id: bill._id,
    application: bill.application,
    number: bill.number,
    service: bill.service,
    serviceName: definition.name,
    amount: bill.amount,
    status: bill.status,
    attention: bill.attention,
    received,
    kept,
    held,
    refunding,
    refunded,
    openedAt: bill.openedAt.toISOString(),
    until: iso(lastDay(bill)),
    paidAt: bill.paidAt?.toISOString() ?? null,
    receipt: bill.receipt,
  }
}

export function presentBill(bill: BillRecord, words: CaseWords, person: SignedIn | null): BillDetail {
  const { payments, orders, chargeRefused } = bill.state
  return {
    ...presentBillRow(bill, words),
    step: words.step('main', bill.step),
    fees: feesOf(bill, words),
    payments: Object.values(payments).map(({ id, order, amount, kept, paidAt }) => {
      return { id, order, amount, kept, paidAt: iso(paidAt) }
    }),
    refunds: refundsOf(bill),
    orders: Object.values(orders).map(({ id, method, status, until }) => ({ id, method, status, until: iso(until) })),
    chargeRefused: bill.status === 'open' ? chargeRefused : null,
    mayRepay: allows(person, 'repay', 'bill', bill),
  }
}
