import { Refusal, requireTask } from '../actions.ts'
import { type Actor, type HandOverReason, type Proposal, system } from '../events.ts'
import type { CaseState, TaskState, Visit } from '../state.ts'
import { type CaseContext, tell } from '../tell.ts'

type OfficerAct = { task: string; officer: string; at: number }

export function claim(state: CaseState, { task, officer, at }: OfficerAct): Proposal[] {
  const known = requireTask(state, task, officer, 'claim')
  if (known.assignee === officer && !known.handOver?.offered) return []
  return [{ type: 'task-claimed', at, by: { kind: 'officer', id: officer }, data: { task, officer } }]
}

export function release(state: CaseState, { task, officer, at }: OfficerAct): Proposal[] {
  const known = requireTask(state, task, officer, 'release')
  if (known.assignee === null) return []
  return [{ type: 'task-released', at, by: { kind: 'officer', id: officer }, data: { task, officer } }]
}

export type HandOverAct = {
  task: string
  /** null: to the whole desk. */
  officer: string | null
  /** Who held it when this was asked for: nothing happens where it has changed hands since. */
  holder: string | null
  reason: HandOverReason
  at: number
}

/** The task goes to another by itself: nobody's wish, but a fact of who is here. */
export function handOver(state: CaseState, { task, officer, holder, reason, at }: HandOverAct): Proposal[] {
  const known = requireTask(state, task, system.id, 'assign')
  if (known.assignee !== holder || (known.assignee === officer && !known.handOver?.offered)) return []
  return [{ type: 'task-assigned', at, by: system, data: { task, officer, from: known.assignee, reason } }]
}

export function assign(state: CaseState, { task, officer, by, at }: OfficerAct & { by: Actor }): Proposal[] {
  const known = requireTask(state, task, by.id, 'assign')
  if (known.assignee === officer) return []
  return [{ type: 'task-assigned', at, by, data: { task, officer, from: known.assignee } }]
}

/** When the officer comes; said again, the newest appointment counts, and the applicant is told. */
export function scheduleVisit(
  context: CaseContext,
  state: CaseState,
  act: OfficerAct & { visitId: string; digest: string; appointment: number },
): Proposal[] {
  const { task, officer, at, visitId, digest, appointment } = act
  if (state.heard.includes(visitId)) return []
  const visit = requireVisit(state, act)
  if (visit.arrivedAt !== null) throw new Refusal('visit-over')
  return [
    { type: 'visit-scheduled', at, by: { kind: 'officer', id: officer }, data: { task, visitId, digest, appointment } },
    ...tell(context, 'inspection', at, { task }),
  ]
}

export function departForVisit(state: CaseState, act: OfficerAct): Proposal[] {
  const visit = requireVisit(state, act)
  if (visit.appointment === null) throw new Refusal('visit-not-scheduled')
  if (visit.departedAt !== null) return []
  return [{ type: 'visit-departed', at: act.at, by: { kind: 'officer', id: act.officer }, data: { task: act.task } }]
}

export function arriveAtVisit(state: CaseState, act: OfficerAct & { arrivalId: string; digest: string }): Proposal[] {
  const { task, officer, at, arrivalId, digest } = act
  if (state.heard.includes(arrivalId)) return []
  const visit = requireVisit(state, act)
  if (visit.appointment === null) throw new Refusal('visit-not-scheduled')
  if (visit.arrivedAt !== null) throw new Refusal('visit-over')
  return [{ type: 'visit-arrived', at, by: { kind: 'officer', id: officer }, data: { task, arrivalId, digest } }]
}

function requireVisit(state: CaseState, { task, officer }: OfficerAct): Visit {
  const known: TaskState = requireTask(state, task, officer, 'decide')
  if (!known.visit) throw new Refusal('not-allowed-now')
  return known.visit
}
