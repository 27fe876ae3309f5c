import type { EventBody, Proposal } from './events.ts'
import { type BillState, type CallState, type CaseState, hear, termClock } from './state.ts'

type Kept<Type extends EventBody['type']> = Extract<Proposal, { type: Type }>
type OutsideEvent = Kept<
  'bill-opened' | 'bill-paid' | 'bill-cancelled' | 'refund-due' | 'call-opened' | 'call-answered' | 'call-status'
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
    case 'call-answered':
      return withCall(state, { ...callOf(state, event.data.call), status: event.data.outcome })
    case 'call-status': {
      const { call: id, news, saidAt } = event.data
      const call = callOf(state, id)
      return withResetAsked(hear(withCall(state, { ...call, saidAt: Math.max(saidAt, call.saidAt ?? 0) }), news), event)
    }
  }
}

/** Noted beside the term's clock, which goes on from where it was. */
function withResetAsked(state: CaseState, { at, data: { resets, system, code } }: Kept<'call-status'>): CaseState {
  const term = state.clocks[termClock]
  if (!resets || !term) return state
  const resetsAsked = [...(term.resetsAsked ?? []), { at, system, code }]
  return { ...state, clocks: { ...state.clocks, [termClock]: { ...term, resetsAsked } } }
}

function callOf(state: CaseState, id: string): CallState {
  const call = state.calls?.[id]
  if (!call) throw new RangeError(`call ${id} was never opened`)
  return call
}

function billOf(state: CaseState, id: string): BillState {
  const bill = state.bills?.[id]
  if (!bill) throw new RangeError(`bill ${id} was never opened`)
  return bill
}

const withBill = (state: CaseState, bill: BillState) => ({ ...state, bills: { ...state.bills, [bill.id]: bill } })
const withCall = (state: CaseState, call: CallState) => ({ ...state, calls: { ...state.calls, [call.id]: call } })
