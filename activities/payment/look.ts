import type { BillLine } from '../../domain/payment/lines.ts'
import type { BillState } from '../../domain/payment/state.ts'
import type { PaymentGateway, Transaction } from '../../integrations/payment/payment.ts'
import { appendLines } from '../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import type { LookRequest } from '../../workflows/bill-activities.ts'
import type { MoneyDeps } from './deps.ts'

/**
 * How the bill's orders stand at the gateway, which alone is believed: a notification only says where to look. What one
 * answer brought is kept also where another is not to be had; then it throws, to be tried again.
 */
export async function lookAtBill({ gateway }: MoneyDeps, { bill, payments, at }: LookRequest): Promise<BillState> {
  const { state } = await Bill.findOne({ _id: bill }).orFail().lean<BillRecord>()
  const { found, failure } = await askAll(gateway, [...payments, ...Object.keys(state.orders)])
  const known = found.filter(({ order }) => state.orders[order])
  const looked = await appendLines(bill, (now) => known.flatMap((transaction) => linesOf(transaction, now, at)))
  if (failure) throw failure.error
  return looked
}

async function askAll(gateway: PaymentGateway, names: string[]) {
  const found: Transaction[] = []
  let failure: { error: unknown } | null = null
  for (const name of new Set(names)) {
    try {
      const transaction = await gateway.status(name)
      if (transaction) found.push(transaction)
    } catch (error) {
      failure ??= { error }
    }
  }
  return { found, failure }
}

/** What a transaction tells of its order and its money; lines that are there already are passed over when appended. */
export function linesOf({ id, order, amount, status, paidAt }: Transaction, state: BillState, at: number): BillLine[] {
  if (status === 'pending') return []
  const isLive = state.orders[order]?.status === 'live'
  const how = status === 'paid' || status === 'expired' ? status : 'cancelled'
  return [
    ...(status === 'paid'
      ? [{ type: 'received', at, data: { payment: id, order, amount, paidAt: paidAt ?? at } } satisfies BillLine]
      : []),
    ...(isLive ? [{ type: 'order-closed', at, data: { order, how } } satisfies BillLine] : []),
  ]
}
