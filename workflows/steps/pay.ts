import { patched, proxyActivities } from '@temporalio/workflow'
import * as acts from '../../domain/case/acts.ts'
import type { PayStep } from '../../domain/service.ts'
import type { MoneyActivities } from '../activities.ts'
import type { CaseFile } from '../case-file.ts'

const { openBill, cancelBill, refundBill } = proxyActivities<MoneyActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '5 minutes' },
})

/**
 * Asks for the money and rests until it is there; a case that was opened again has paid already. What the case no longer
 * wants is cancelled: late money goes back.
 */
export async function pay(file: CaseFile, step: PayStep): Promise<void> {
  const { regency, application, number } = file
  const { code } = step
  if (patched('2026-11-ask-for-money-once')) {
    await file.record((state, at) => acts.takeAsPaid(file.context, state, { step: code, at }))
    if (!file.isUnderWay(step)) return
  }
  const ordinal = Object.values(file.state.bills ?? {}).filter((bill) => bill.step === code).length + 1
  const opened = await openBill({ regency, application, number, step: code, ordinal, at: Date.now() })
  const { bill, amount } = 'bill' in opened ? opened : { bill: null, amount: 0 }
  await file.record((state, at) => acts.openBill(file.context, state, { step: code, bill, amount, at }))
  await file.until(() => !file.isUnderWay(step))
  if (bill !== null && file.state.bills?.[bill]?.status !== 'paid') await cancelBill({ regency, bill })
}

/** Pays back what a closed case owes. */
export async function payBack(file: CaseFile): Promise<void> {
  for (const { id: bill, refund } of Object.values(file.state.bills ?? {})) {
    if (refund) await refundBill({ regency: file.regency, bill, refund: refund.id, amount: refund.amount })
  }
}
