import QRCode from 'qrcode'
import type { CaseBill, PayWay, Refund } from '../../contracts/bills.ts'
import type { BillState } from '../../domain/case/state.ts'
import { statusOf } from '../../domain/payment/state.ts'
import type { AccountRecord, BillRecord } from '../../models/payment/bill.ts'
import { iso } from './clock.ts'
import type { CaseWords } from './words.ts'

/**
 * A bill as the page of its case shows it; while it can be paid, with where. What the case has just said is due to go back
 * (`known`) is told before the bill has heard of it.
 */
export async function presentCaseBill(
  bill: BillRecord,
  words: CaseWords,
  known: BillState | undefined,
): Promise<CaseBill> {
  const { _id: id, amount, status, accounts, receipt } = bill
  return {
    id,
    step: words.step('main', bill.step),
    amount,
    fees: feesOf(bill, words),
    status,
    until: iso(lastDay(bill)),
    ways: status === 'open' ? await Promise.all(accounts.map(presentWay)) : [],
    paidAt: bill.paidAt?.toISOString() ?? null,
    receipt,
    refunds: [...refundsOf(bill), ...dueAtCase(bill, known)],
  }
}

export function feesOf({ fees }: BillRecord, { definition }: CaseWords): CaseBill['fees'] {
  return fees.map(({ code, amount }) => {
    const known = definition.fees.find((fee) => fee.code === code)
    return { name: known?.name ?? { id: code, en: code }, amount }
  })
}

export function refundsOf({ state }: BillRecord): Refund[] {
  return Object.values(state.refunds).map(({ id, payment, amount, reason, status, at, doneAt }) => ({
    id,
    payment,
    amount,
    reason,
    status: status === 'due' ? 'going' : status,
    at: iso(at),
    doneAt: doneAt === null ? null : iso(doneAt),
  }))
}

function dueAtCase({ state }: BillRecord, known: BillState | undefined): Refund[] {
  const due = known?.refund
  const payment = Object.values(state.payments).find(({ kept }) => kept)
  if (!due || !payment || state.refunds[due.id]) return []
  const { id, amount } = due
  return [
    { id, payment: payment.id, amount, reason: 'withdrawn', status: 'going', at: iso(payment.paidAt), doneAt: null },
  ]
}

/** Accounts that followed the first ones run longer than it. */
export function lastDay({ until, accounts, state }: BillRecord): number {
  return statusOf(state) === 'open' ? Math.max(until.getTime(), ...accounts.map((each) => each.until)) : until.getTime()
}

async function presentWay({ account, until: end }: AccountRecord): Promise<PayWay> {
  const until = iso(end)
  if ('number' in account) return { method: 'va', bank: account.bank, number: account.number, until }
  const image = await QRCode.toDataURL(account.qr, { errorCorrectionLevel: 'M', margin: 2, width: 480 })
  return { method: 'qris', image, until }
}
