import QRCode from 'qrcode'
import type { CaseBill, PayWay, Refund } from '../../contracts/bills.ts'
import { statusOf } from '../../domain/payment/state.ts'
import type { AccountRecord, BillRecord } from '../../models/payment/bill.ts'
import { iso } from './clock.ts'
import type { CaseWords } from './words.ts'

/** A bill as the page of its case shows it; while it can be paid, with where. */
export async function presentCaseBill(bill: BillRecord, words: CaseWords): Promise<CaseBill> {
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
    refunds: refundsOf(bill),
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
