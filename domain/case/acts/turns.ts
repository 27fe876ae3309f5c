import { flatten, type ReviewStep, type Step } from '../../service.ts'
import { Refusal, requireCase } from '../actions.ts'
import type { Actor, Proposal } from '../events.ts'
import { type CaseState, isClosed, stepKey } from '../state.ts'
import { stepsOf } from '../steps.ts'
import { type CaseContext, tell } from '../tell.ts'
import { closeOpen } from './close-open.ts'

type Said = { digest: string; by: Actor; at: number }

/** One more look, at a desk the service did not foresee: walked after the step named, which must not be passed yet. */
export function addStep(
  { flow }: CaseContext,
  state: CaseState,
  { addId, after, step, digest, by, at }: Said & { addId: string; after: string; step: ReviewStep },
): Proposal[] {
  if (state.heard.includes(addId)) return []
  requireCase(state, 'add-step')
  const steps = flatten<Step>(stepsOf(flow, state, 'main'))
  if (steps.some(({ code }) => code === step.code)) throw new Refusal('step-known')
  if (!steps.some(({ code }) => code === after)) throw new Refusal('step-unknown')
  if (state.track !== 'main' || isPassed(flow, state, after)) throw new Refusal('step-passed')
  return [{ type: 'step-added', at, by, data: { addId, digest, track: 'main', after, step } }]
}

/** Whether something after this step has begun: what is put in there would come too late. */
function isPassed(flow: CaseContext['flow'], state: CaseState, code: string): boolean {
  const top = stepsOf(flow, state, 'main')
  const row = top.find((step) => step.code === code)
    ? top
    : (top
        .flatMap((step) => (step.kind === 'parallel' ? step.branches : []))
        .find((branch) => branch.steps.some((step) => step.code === code))?.steps ?? [])
  const after = row.slice(row.findIndex((step) => step.code === code) + 1)
  return after.some((step) => state.steps[stepKey('main', step.code)] !== undefined)
}

/** The same matter is dealt with under another number: this one ends there. */
export function merge(
  context: CaseContext,
  state: CaseState,
  { mergeId, into, digest, by, at }: Said & { mergeId: string; into: string },
): Proposal[] {
  if (state.heard.includes(mergeId)) return []
  requireCase(state, 'merge')
  if (into === context.number) throw new Refusal('not-allowed-now')
  return [
    { type: 'merged', at, by, data: { mergeId, digest, into } },
    ...closeOpen(state, 'merged', at, by),
    ...tell(context, 'merged', at),
    { type: 'closed', at, by, data: { outcome: 'merged' } },
  ]
}

export type Reopening = Said & { reopenId: string; purpose: 'review' | 'amend'; from: string }

/**
 * A closed case goes on from a step of its main track. To be decided anew, what was issued is annulled; to amend, the step
 * that makes the document is walked again, and the new version stands in the old one's place.
 */
export function reopen(context: CaseContext, state: CaseState, act: Reopening): Proposal[] {
  const { reopenId, purpose, from, digest, by, at } = act
  if (state.heard.includes(reopenId)) return []
  if (!isClosed(state)) throw new Refusal('case-open')
  requireCase(state, purpose === 'amend' ? 'amend' : 'reopen')
  const steps = stepsOf(context.flow, state, 'main')
  const step = steps.find(({ code }) => code === from)
  if (!step) throw new Refusal('step-unknown')
  if (purpose === 'amend' && step.kind !== 'sign' && step.kind !== 'issue') throw new Refusal('step-unknown')
  const clears = flatten<Step>(steps.slice(steps.indexOf(step))).map(({ code }) => code)
  return [
    { type: 'reopened', at, by, data: { reopenId, digest, purpose, from, clears } },
    ...tell(context, 'reopened', at),
  ]
}
