import type { BillLine } from '../../domain/payment/lines.ts'
import { backId } from '../../domain/payment/next-move.ts'
import { refundOf } from '../../domain/payment/state.ts'
import { PaymentError, type Transaction } from '../../integrations/payment/payment.ts'
import { markIssued } from '../../models/case/allocate-number.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { appendLines } from '../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { BillActivities, CloseRequest, SendRefundRequest, SettleRequest } from '../../workflows/bill-activities.ts'
import type { CaseDeps } from '../deps.ts'
import { chargeOrder } from './charge.ts'
import type { MoneyDeps } from './deps.ts'
import { lookAtBill } from './look.ts'
import { receiptFor, receiptKey } from './receipt-number.ts'

/** What a bill's workflow does: one effect each, kept in the bill's lines. */
export function billSide(deps: CaseDeps, money: MoneyDeps): BillActivities {
  const inside = <Request extends { regency: string }, Result>(work: (request: Request) => Promise<Result>) => {
    return (request: Request) => inRegency(request.regency, () => work(request))
  }
  return {
    lookAtBill: inside((request) => lookAtBill(money, request)),
    chargeOrder: inside((request) => chargeOrder(money, request)),
    settlePayment: inside((request) => settle(deps, money, request)),
    giveBack: inside(({ bill, payment, refund, amount, reason, at }) =>
      appendLines(bill, () => [{ type: 'refund-due', at, data: { refund, payment, amount, reason } }]),
    ),
    sendRefund: inside((request) => sendRefund(money, request)),
    closeOrder: inside((request) => closeOrder(money, request)),
  }
}

/** The bill is kept for the payment that the case took; what it refuses goes back. */
async function settle(deps: CaseDeps, money: MoneyDeps, { bill, payment, at }: SettleRequest) {
  const row = await Bill.findOne({ _id: bill }).orFail().lean<BillRecord>()
  const amount = row.state.payments[payment]?.amount ?? Number.NaN
  const application = await Application.findOne({ _id: row.application }).orFail().lean<ApplicationRecord>()
  const verdict = await money.settle(application, { bill, payment, amount })
  if (verdict === 'not-yet') throw new PaymentError('unavailable', 'bill-unknown')
  if (verdict === 'refused') {
    const data = { refund: backId(payment), payment, amount, reason: 'late' } as const
    return appendLines(bill, () => [{ type: 'refund-due', at, data }])
  }
  const receipt = await receiptFor(deps, bill, at)
  return appendLines(bill, async (_, session) => {
    await markIssued(receiptKey(bill), session)
    return [{ type: 'kept', at, data: { payment, amount, receipt } }]
  })
}

/** The gateway's words for "this will never go back this way": the payment's way knows no refund, or its time is over. */
const never = ['411', '412', '414', '418']

/** Looked up before it is asked for, since an answer may have been lost. */
async function sendRefund({ gateway }: MoneyDeps, { bill, refund: key, at }: SendRefundRequest) {
  const { state } = await Bill.findOne({ _id: bill }).orFail().lean<BillRecord>()
  const { payment, amount, reason } = refundOf(state, key)
  const known = await gateway.status(payment)
  const isDone = known?.refunds.some((refund) => refund.key === key)
  const line: BillLine = isDone
    ? { type: 'refunded', at, data: { refund: key, amount, by: 'gateway', reference: null } }
    : await gateway.refund({ transaction: payment, key, amount, reason }).then(
        (): BillLine => ({ type: 'refunded', at, data: { refund: key, amount, by: 'gateway', reference: null } }),
        (error: unknown): BillLine => {
          const status = error instanceof PaymentError && error.code === 'refused' ? (error.status ?? '') : ''
          if (!never.includes(status)) throw error
          return { type: 'refund-refused', at, data: { refund: key, code: status } }
        },
      )
  return appendLines(bill, () => [line])
}

async function closeOrder({ gateway }: MoneyDeps, { bill, order, at }: CloseRequest) {
  const known = await gateway.status(order)
  if (known?.status === 'pending') await gateway.cancel(order)
  const how = howClosed(known)
  return appendLines(bill, () => [{ type: 'order-closed', at, data: { order, how } }])
}

/** A paid one is closed too; what came in under it is found by the next look. */
function howClosed(known: Transaction | null): 'paid' | 'cancelled' | 'expired' {
  if (known?.status === 'paid') return 'paid'
  return known?.status === 'expired' ? 'expired' : 'cancelled'
}
