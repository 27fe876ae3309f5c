/** What each act of a person or of time means for a case: pure, refusing with `Refusal` what cannot be. */

import type { Channel, Decision, RungAction, Step, Track } from '../service.ts'
import { Refusal, requireCase, requireDecision, requireTask } from './actions.ts'
import { type CaseContext, tell } from './advance.ts'
import { type NextRung, pauseClocks, resumeClocks, startClock, stopClocks } from './clocks.ts'
import { type Actor, type Place, type Proposal, system } from './events.ts'
import type { CaseState } from './state.ts'
import { termClock } from './state.ts'

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
  if (decision === 'return')
    return [decided, ...pauseClocks(state, at, by), ...tell(context, 'returned', at, { task: id })]
  const step = stepOf(context, task.track, task.step)
  return [
    decided,
    ...stopClocks(state, at, by, (clock) => clock === id),
    ...(decision === 'approve' && step.kind === 'review' && step.completesReceipt
      ? declareComplete(context, id, by, at)
      : []),
    { type: 'step-ended', at, by, data: { track: task.track, step: task.step, outcome: decision } },
    ...(decision === 'reject'
      ? [{ type: 'track-changed', at, by, data: { track: 'rejection' } } satisfies Proposal]
      : []),
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

export type CorrectionAct = { correctionId: string; digest: string; by: Actor; at: number }

export function correct(
  context: CaseContext,
  state: CaseState,
  { correctionId, digest, by, at }: CorrectionAct,
): Proposal[] {
  if (state.heard.includes(correctionId)) return []
  requireCase(state, 'correct')
  const task = Object.values(state.tasks).find((each) => each.status === 'returned')
  if (!task) throw new Refusal('not-returned')
  const corrected: Proposal = { type: 'corrected', at, by, data: { task: task.id, correctionId, digest } }
  return [corrected, ...resumeClocks(state, at, by), ...tell(context, 'corrected', at, { task: task.id })]
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
    ...closeTasks(state, 'withdrawn', at, by),
    ...stopClocks(state, at, by),
    ...tell(context, 'withdrawn', at),
    { type: 'closed', at, by, data: { outcome: 'withdrawn' } },
  ]
}

type OfficerAct = { task: string; officer: string; at: number }

export function claim(state: CaseState, { task, officer, at }: OfficerAct): Proposal[] {
  const known = requireTask(state, task, officer, 'claim')
  if (known.assignee === officer) return []
  return [{ type: 'task-claimed', at, by: { kind: 'officer', id: officer }, data: { task, officer } }]
}

export function release(state: CaseState, { task, officer, at }: OfficerAct): Proposal[] {
  const known = requireTask(state, task, officer, 'release')
  if (known.assignee === null) return []
  return [{ type: 'task-released', at, by: { kind: 'officer', id: officer }, data: { task, officer } }]
}

export function assign(state: CaseState, { task, officer, by, at }: OfficerAct & { by: Actor }): Proposal[] {
  const known = requireTask(state, task, by.id, 'assign')
  if (known.assignee === officer) return []
  return [{ type: 'task-assigned', at, by, data: { task, officer, from: known.assignee } }]
}

/** The clock reached a rung. Deeming closes what is open and turns the case onto its deemed track. */
export function reachRung(
  context: CaseContext,
  state: CaseState,
  { clock: id, percent, calendarVersion }: NextRung,
  at: number,
): Proposal[] {
  const clock = state.clocks[id]
  if (!clock || clock.reached.includes(percent) || clock.stoppedAt !== null) return []
  const actions = clock.rule.rungs.find((rung) => rung.percent === percent)?.actions ?? []
  const deeming = actions.find((action) => action.kind === 'deem')
  return [
    { type: 'rung-reached', at, by: system, data: { clock: id, percent, actions, calendarVersion } },
    ...(actions.some(tellsOffice)
      ? tell(context, 'warned', at, { clock: id, percent, ...(state.tasks[id] ? { task: id } : {}) })
      : []),
    ...(deeming?.kind === 'deem' ? deem(state, deeming.basis, at) : []),
  ]
}

function tellsOffice(action: RungAction): boolean {
  return action.kind === 'remind' || action.kind === 'warn' || action.kind === 'escalate'
}

function deem(state: CaseState, basis: string, at: number): Proposal[] {
  return [
    ...closeTasks(state, 'deemed', at, system),
    ...stopClocks(state, at, system),
    { type: 'track-changed', at, by: system, data: { track: 'deemed', basis } },
  ]
}

function closeTasks(state: CaseState, reason: 'withdrawn' | 'deemed', at: number, by: Actor): Proposal[] {
  return Object.values(state.tasks)
    .filter((task) => task.status === 'open' || task.status === 'returned')
    .flatMap((task): Proposal[] => [
      { type: 'task-closed', at, by, data: { task: task.id, reason } },
      { type: 'step-ended', at, by, data: { track: task.track, step: task.step, outcome: 'superseded' } },
    ])
}

export function stepOf({ flow }: CaseContext, track: Track, code: string): Step {
  const step = flow.tracks[track].find((each) => each.code === code)
  if (!step) throw new RangeError(`${flow.service} v${flow.version} has no step ${track}/${code}`)
  return step
}
