import type { ConsultStep, Decision, Step } from '../../service.ts'
import { Refusal, requireDecision } from '../actions.ts'
import { pauseClocks, startClock, stopClocks } from '../clocks.ts'
import { type Actor, type Proposal, system } from '../events.ts'
import { seatsOf, taskId } from '../open-step.ts'
import { foresee } from '../reduce.ts'
import { type CaseState, correctionClock, isCorrectionClock, type TaskState, termClock } from '../state.ts'
import { stepOf } from '../steps.ts'
import { type CaseContext, tell } from '../tell.ts'
import { closeOpen } from './close-open.ts'

export type DecisionAct = {
  task: string
  decision: Decision
  decisionId: string
  digest: string
  by: Actor
  at: number
}

/** Nothing when this very decision is already kept. */
export function decide(context: CaseContext, state: CaseState, act: DecisionAct): Proposal[] {
  const { task: id, decision, decisionId, digest, by, at } = act
  if (state.tasks[id]?.decided.some((each) => each.decisionId === decisionId)) return []
  const task = requireDecision(state, id, by.id, decision)
  const decided: Proposal = { type: 'task-decided', at, by, data: { task: id, decision, decisionId, digest } }
  if (decision === 'return') return [decided, ...returnCase(context, state, id, at, by)]
  const step = stepOf(context.flow, state, task.track, task.step)
  const clockEnds = stopClocks(state, at, by, (clock) => clock === id)
  if (step.kind === 'consult') {
    return [decided, ...clockEnds, ...hearPanel(context, foresee(state, [decided, ...clockEnds]), step, task, act)]
  }
  return [
    decided,
    ...clockEnds,
    ...(decision === 'approve' && step.kind === 'review' && step.completesReceipt
      ? declareComplete(context, id, by, at)
      : []),
    { type: 'step-ended', at, by, data: { track: task.track, step: task.step, outcome: decision } },
    ...(decision === 'reject' ? refuse(state, id, at, by) : []),
  ]
}

/** Clocks stand still; the applicant's own begins, where the service sets one. */
function returnCase(context: CaseContext, state: CaseState, task: string, at: number, by: Actor): Proposal[] {
  const { correction } = context.flow
  const isRunning = Object.values(state.clocks).some(({ id, stoppedAt }) => isCorrectionClock(id) && stoppedAt === null)
  return [
    ...pauseClocks(state, 'correction', at, by),
    ...(correction && !isRunning ? [startClock(correctionClock(state), correction, at, system)] : []),
    ...tell(context, 'returned', at, { task }),
  ]
}

function declareComplete(context: CaseContext, task: string, by: Actor, at: number): Proposal[] {
  const { term } = context.flow
  return [
    { type: 'declared-complete', at, by, data: { task } },
    ...(term?.startsOn === 'complete' ? [startClock(termClock, term, at, system)] : []),
    ...tell(context, 'complete', at),
  ]
}

/** A refusal ends whatever else was under way; the term runs on until the letter is out. */
function refuse(state: CaseState, task: string, at: number, by: Actor): Proposal[] {
  return [
    ...closeOpen(state, 'rejected', at, by, { except: task, spared: (clock) => clock === termClock }),
    { type: 'track-changed', at, by, data: { track: 'rejection' } },
  ]
}

/** Whether the consultation is through with this answer, and how. `state` already knows it. */
function hearPanel(
  context: CaseContext,
  state: CaseState,
  step: ConsultStep,
  task: TaskState,
  { decision, at, by }: DecisionAct,
): Proposal[] {
  const seats = seatsOf(state, step).map((seat) => {
    const asked = state.tasks[taskId(context, { ...state, track: task.track }, step.code, seat.code)]
    const answer = asked?.status === 'decided' ? asked.decided.at(-1)?.decision : undefined
    return { ...seat, task: asked?.id, answer, hasReturned: asked?.status === 'returned' }
  })
  const agreed = seats.filter(({ answer }) => answer === 'agree').length
  const waiting = seats.filter(({ answer }) => answer === undefined)
  const quorum = Math.min(step.quorum, seats.length)
  const isVetoed = decision === 'object' && seats.some(({ veto, answer }) => veto && answer === 'object')
  const fails = isVetoed || agreed + waiting.length < quorum
  // A seat that has returned the case is waited for: what the applicant mends is for it to see.
  const succeeds = agreed >= quorum && !waiting.some(({ veto, hasReturned }) => veto || hasReturned)
  if (!fails && !succeeds) return []
  const moot = waiting.flatMap(({ task: id }) => (id ? [id] : []))
  const outcome = fails ? 'object' : 'agree'
  const ended: Proposal[] = [
    ...moot.map((id): Proposal => ({ type: 'task-closed', at, by: system, data: { task: id, reason: 'quorum' } })),
    ...stopClocks(state, at, system, (clock) => moot.includes(clock)),
    { type: 'step-ended', at, by, data: { track: task.track, step: step.code, outcome } },
  ]
  if (!fails || step.onObjection === 'continue') return ended
  return [...ended, ...refuse(foresee(state, ended), task.id, at, by)]
}

/** Whether this decision is worth nothing without the officer's signature. */
export function asksForSignature({ kind }: Pick<Step, 'kind'>, decision: Decision): boolean {
  if (kind === 'sign') return decision === 'sign'
  return kind === 'inspect' && (decision === 'approve' || decision === 'reject')
}

/** The document that this decision signs. Throws Refusal where it signs none. */
export function documentSigned(step: Step): string {
  if (step.kind === 'sign') return step.document
  if (step.kind === 'inspect') return step.report
  throw new Refusal('decision-not-offered')
}
