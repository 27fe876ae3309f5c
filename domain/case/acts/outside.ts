import type { CallStep } from '../../service.ts'
import { Refusal } from '../actions.ts'
import { resumeClocks, startClock, stopClocks } from '../clocks.ts'
import { type Proposal, system } from '../events.ts'
import { clockId, latestDocument } from '../open-step.ts'
import { foresee } from '../reduce.ts'
import { type CaseState, termClock } from '../state.ts'
import { isUnderWay, stepOf } from '../steps.ts'
import { type CaseContext, tell } from '../tell.ts'
import { closeOpen } from './close-open.ts'

/** The gateway has been asked: the applicant's clock starts. Nothing to pay ends the step at once. */
export function openBill(
  context: CaseContext,
  state: CaseState,
  { step: code, bill, amount, at }: { step: string; bill: string | null; amount: number; at: number },
): Proposal[] {
  const step = stepOf(context.flow, state, state.track, code)
  if (step.kind !== 'pay' || !isUnderWay(state, step) || openBillOf(state, code)) return []
  if (bill === null)
    return [{ type: 'step-ended', at, by: system, data: { track: state.track, step: code, outcome: 'done' } }]
  return [
    { type: 'bill-opened', at, by: system, data: { bill, step: code, amount } },
    startClock(clockId(context, state, code), step.clock, at, system),
    ...tell(context, 'bill', at, { bill }),
  ]
}

/** What a step asks for was paid before the case was opened again: it ends at once. Nothing where it was not. */
export function takeAsPaid(
  { flow }: CaseContext,
  state: CaseState,
  { step: code, at }: { step: string; at: number },
): Proposal[] {
  if (!isUnderWay(state, stepOf(flow, state, state.track, code))) return []
  if (openBillOf(state, code)?.status !== 'paid') return []
  return [{ type: 'step-ended', at, by: system, data: { track: state.track, step: code, outcome: 'done' } }]
}

/** The money is there. Refused where the case no longer wants it: then it goes back. Nothing when it is known already. */
export function settleBill(
  context: CaseContext,
  state: CaseState,
  { bill: id, payment, amount, at }: { bill: string; payment: string; amount: number; at: number },
): Proposal[] {
  const bill = state.bills?.[id]
  if (!bill) throw new Refusal('bill-unknown')
  if (bill.status === 'paid') {
    if (state.heard.includes(payment)) return []
    throw new Refusal('bill-not-open')
  }
  if (bill.status !== 'open') throw new Refusal('bill-not-open')
  const clock = clockId(context, state, bill.step)
  return [
    { type: 'bill-paid', at, by: system, data: { bill: id, payment, amount } },
    ...stopClocks(state, at, system, (each) => each === clock),
    { type: 'step-ended', at, by: system, data: { track: state.track, step: bill.step, outcome: 'done' } },
    ...tell(context, 'paid', at, { bill: id }),
  ]
}

export type Answered = { call: string; outcome: 'done' | 'refused'; answer: string; digest: string; at: number }

/** The outside system has answered: with the owner's document where the step brings one, or with a refusal. */
export function answerCall(context: CaseContext, state: CaseState, answered: Answered): Proposal[] {
  const { call: id, outcome, answer, digest, at } = answered
  const call = state.calls?.[id]
  if (call?.status !== 'open') return []
  const step = stepOf(context.flow, state, state.track, call.step)
  if (step.kind !== 'call' || !isUnderWay(state, step)) return []
  const { track } = state
  const heard: Proposal[] = [
    { type: 'call-answered', at, by: system, data: { call: id, outcome, answer, digest } },
    ...stopClocks(state, at, system, (clock) => clock === id),
    ...resumeClocks(state, 'outside', at, system),
    ...(outcome === 'done' ? broughtBy(state, step, answer, at) : []),
    {
      type: 'step-ended',
      at,
      by: system,
      data: { track, step: step.code, outcome: outcome === 'done' ? 'done' : 'reject' },
    },
  ]
  if (outcome === 'done') return heard
  return [
    ...heard,
    ...closeOpen(foresee(state, heard), 'rejected', at, system, { spared: (clock) => clock === termClock }),
    { type: 'track-changed', at, by: system, data: { track: 'rejection' } },
  ]
}

function broughtBy(state: CaseState, { document: code }: CallStep, answer: string, at: number): Proposal[] {
  if (!code) return []
  const ordinal = (latestDocument(state, code)?.ordinal ?? 0) + 1
  return [{ type: 'document-received', at, by: system, data: { document: answer, code, ordinal, decisionId: answer } }]
}

function openBillOf(state: CaseState, step: string) {
  return Object.values(state.bills ?? {}).find((bill) => bill.step === step && bill.status !== 'cancelled')
}
