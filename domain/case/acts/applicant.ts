import { type Channel, flatten, type PayStep, type Step } from '../../service.ts'
import { Refusal, requireCase } from '../actions.ts'
import { resumeClocks, startClock, stopClocks } from '../clocks.ts'
import { type Actor, type Place, type Proposal, system } from '../events.ts'
import { type CaseState, isCorrectionClock, stepKey, termClock } from '../state.ts'
import { stepsOf } from '../steps.ts'
import { type CaseContext, tell } from '../tell.ts'
import { closeOpen } from './close-open.ts'

export function receive(
  context: CaseContext,
  filed: { channel: Channel; place: Place; by: Actor; at: number },
): Proposal[] {
  const { flow } = context
  const { channel, place, by, at } = filed
  return [
    { type: 'received', at, by, data: { service: flow.service, version: flow.version, channel, place } },
    ...(flow.term?.startsOn === 'receipt' ? [startClock(termClock, flow.term, at, system)] : []),
    ...tell(context, 'received', at),
  ]
}

export type CorrectionAct = { correctionId: string; digest: string; by: Actor; at: number }

/** One correction answers everything that was returned, by however many desks. */
export function correct(
  context: CaseContext,
  state: CaseState,
  { correctionId, digest, by, at }: CorrectionAct,
): Proposal[] {
  if (state.heard.includes(correctionId)) return []
  requireCase(state, 'correct')
  const [first, ...others] = Object.values(state.tasks).filter((each) => each.status === 'returned')
  if (!first) throw new Refusal('not-returned')
  const also = others.length > 0 ? { also: others.map(({ id }) => id) } : {}
  const corrected: Proposal = { type: 'corrected', at, by, data: { task: first.id, ...also, correctionId, digest } }
  return [
    corrected,
    ...stopClocks(state, at, by, isCorrectionClock),
    ...resumeClocks(state, 'correction', at, by),
    ...tell(context, 'corrected', at, { task: first.id }),
  ]
}

export function withdraw(
  context: CaseContext,
  state: CaseState,
  { withdrawalId, by, at }: { withdrawalId: string; by: Actor; at: number },
): Proposal[] {
  if (state.heard.includes(withdrawalId)) return []
  requireCase(state, 'withdraw')
  return [
    { type: 'withdrawn', at, by, data: { withdrawalId } },
    ...closeOpen(state, 'withdrawn', at, by),
    ...refunds(context, state, at),
    ...tell(context, 'withdrawn', at),
    { type: 'closed', at, by, data: { outcome: 'withdrawn' } },
  ]
}

/** What was paid goes back by the step's rule: its share, as long as the step it names has not begun. */
function refunds({ flow }: CaseContext, state: CaseState, at: number): Proposal[] {
  const steps = flatten<Step>(stepsOf(flow, state, 'main'))
  return Object.values(state.bills ?? {}).flatMap((bill): Proposal[] => {
    const step = steps.find((each): each is PayStep => each.kind === 'pay' && each.code === bill.step)
    if (bill.status !== 'paid' || !step) return []
    const { percent, until } = step.refund
    const isTooLate = until !== undefined && state.steps[stepKey('main', until)] !== undefined
    const amount = isTooLate ? 0 : Math.floor((bill.amount * percent) / 100)
    if (amount === 0) return []
    const data = { bill: bill.id, refund: `${bill.id}-withdrawn`, amount, reason: 'withdrawn' } as const
    return [{ type: 'refund-due', at, by: system, data }]
  })
}
