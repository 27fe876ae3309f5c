import type { Account, BillLine } from '../../domain/payment/lines.ts'
import type { BillState } from '../../domain/payment/state.ts'
import { PaymentError, type PaymentGateway, type Transaction } from '../../integrations/payment/payment.ts'
import { appendLines } from '../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import type { ChargeRequest } from '../../workflows/bill-activities.ts'
import type { MoneyDeps } from './deps.ts'
import { linesOf } from './look.ts'

/**
 * An account to pay into. The order is looked up first: an earlier try may have gone through unheard. A code to scan is
 * told once only; where its telling was lost the order is cancelled, and the bill's next round asks for another.
 * @throws PaymentError `refused` after keeping why, so that somebody sees it
 */
export async function chargeOrder({ gateway, bank }: MoneyDeps, request: ChargeRequest): Promise<BillState> {
  const { bill, order, method, at, until } = request
  const { amount } = await Bill.findOne({ _id: bill }).orFail().lean<BillRecord>()
  const known = await gateway.status(order)
  if (known) return keepKnown(gateway, request, known)
  try {
    const { account } = await gateway.charge({ order, amount, method, bank, at, until })
    if (!account) throw new PaymentError('malformed')
    return await appendLines(bill, () => [charged(request, account)])
  } catch (error) {
    if (error instanceof PaymentError && error.code === 'refused' && error.status !== '406') {
      const code = error.status ?? 'unknown'
      await appendLines(bill, () => [{ type: 'charge-refused', at, data: { order, code } }])
    }
    throw error
  }
}

async function keepKnown(gateway: PaymentGateway, request: ChargeRequest, known: Transaction): Promise<BillState> {
  const { bill, order, at } = request
  const isLost = known.account === null && known.status === 'pending'
  if (isLost) await gateway.cancel(order)
  await appendLines(bill, () => [charged(request, known.account)])
  return appendLines(bill, (now) =>
    isLost ? [{ type: 'order-closed', at, data: { order, how: 'cancelled' } }] : linesOf(known, now, at),
  )
}

function charged({ order, method, round, until, at }: ChargeRequest, account: Account | null): BillLine {
  return { type: 'charged', at, data: { order, method, round, until, account } }
}
