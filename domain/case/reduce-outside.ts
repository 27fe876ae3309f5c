import type { EventBody, Proposal } from './events.ts'
import { type BillState, type CallState, type CaseState, hear } from './state.ts'

type Kept<Type extends EventBody['type']> = Extract<Proposal, { type: Type }>
type OutsideEvent = Kept<
  'bill-opened' | 'bill-paid' | 'bill-cancelled' | 'refund-due' | 'call-opened' | 'call-answered'
>

/** Money and other systems. */
export function outside(state: CaseState, event: OutsideEvent): CaseState {
  switch (event.type) {
    case 'bill-opened': {
      const { bill: id, step, amount } = event.data
      return withBill(state, { id, step, amount, status: 'open', openedAt: event.at })
    }
    case 'bill-paid':
      return hear(withBill(state, { ...billOf(state, event.data.bill), status: 'paid' }), event.data.payment)
    case 'bill-cancelled':
      return withBill(state, { ...billOf(state, event.data.bill), status: 'cancelled' })
    case 'refund-due': {
      const { bill, refund: id, amount } = event.data
      return withBill(state, { ...billOf(state, bill), refund: { id, amount } })
    }
    case 'call-opened': {
      const { call: id, step, system, agency } = event.data
      return withCall(state, { id, step, system, agency, since: event.at, status: 'open' })
    }
    case 'call-answered': {
      const call = state.calls?.[event.data.call]
      if (!call) throw new RangeError(`call ${event.data.call} was never opened`)
      return withCall(state, { ...call, status: event.data.outcome })
    }
  }
}

function billOf(state: CaseState, id: string): BillState {
  const bill = state.bills?.[id]
  if (!bill) throw new RangeError(`bill ${id} was never opened`)
  return bill
}

const withBill = (state: CaseState, bill: BillState) => ({ ...state, bills: { ...state.bills, [bill.id]: bill } })
const withCall = (state: CaseState, call: CallState) => ({ ...state, calls: { ...state.calls, [call.id]: call } })
