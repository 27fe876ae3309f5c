import { balanceOf } from '../../domain/payment/ledger.ts'
import type { BillLine } from '../../domain/payment/lines.ts'
import { type BillState, statusOf } from '../../domain/payment/state.ts'
import { type AccountRecord, type Attention, attentions, type BillRecord } from './bill.ts'

type Projected = Pick<
  BillRecord,
  'state' | 'status' | 'balance' | 'accounts' | 'attention' | 'rank' | 'receipt' | 'paidAt'
>

/** A bill's row, as its lines say. */
export function projectBill(state: BillState, lines: readonly BillLine[]): Projected {
  const attention = attentionOf(state)
  return {
    state,
    status: statusOf(state),
    balance: balanceOf(state),
    accounts: accountsOf(state, lines),
    attention,
    rank: attention === null ? 0 : attentions.length - attentions.indexOf(attention),
    receipt: state.receipt,
    paidAt: state.paidAt === null ? null : new Date(state.paidAt),
  }
}

function accountsOf(state: BillState, lines: readonly BillLine[]): AccountRecord[] {
  return lines.flatMap((line) => {
    if (line.type !== 'charged') return []
    const { order, method, until, account } = line.data
    return account && state.orders[order]?.status === 'live' ? [{ order, method, until, account }] : []
  })
}

function attentionOf(state: BillState): Attention | null {
  const refunds = Object.values(state.refunds)
  if (refunds.some(({ status }) => status === 'by-hand')) return 'refund-by-hand'
  if (state.chargeRefused !== null && statusOf(state) === 'open') return 'charge-refused'
  if (balanceOf(state).held > 0) return 'held'
  return refunds.some(({ status }) => status === 'due') ? 'refunding' : null
}
