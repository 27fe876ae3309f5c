import type { Decision } from '../service.ts'
import type { CaseState, Status, TaskState, TaskStatus } from './state.ts'
import { isClosed } from './state.ts'

export type CaseAction = 'correct' | 'withdraw' | 'appeal' | 'add-step' | 'merge' | 'reopen' | 'amend'
export type TaskAction = 'claim' | 'release' | 'assign' | 'decide'

/** What may be done with a case, by status: one table for the workflow, the API and the screens. */
export const caseActions = {
  received: ['withdraw', 'add-step', 'merge'],
  'in-progress': ['withdraw', 'add-step', 'merge'],
  returned: ['correct', 'withdraw', 'add-step', 'merge'],
  approved: ['amend'],
  'deemed-approved': ['amend'],
  rejected: ['appeal', 'reopen'],
  withdrawn: [],
  lapsed: ['appeal', 'reopen'],
  merged: [],
} as const satisfies Record<Status, readonly CaseAction[]>

export const taskActions = {
  open: ['claim', 'release', 'assign', 'decide'],
  returned: ['assign'],
  decided: [],
  closed: [],
} as const satisfies Record<TaskStatus, readonly TaskAction[]>

export const refusals = [
  'case-closed',
  'case-open',
  'case-busy',
  'not-returned',
  'not-allowed-now',
  'task-unknown',
  'task-not-open',
  'task-assigned-to-other',
  'task-not-claimed',
  'decision-not-offered',
  'document-not-ready',
  'signature-missing',
  'step-unknown',
  'step-known',
  'step-passed',
  'visit-not-scheduled',
  'visit-not-arrived',
  'visit-over',
  'bill-unknown',
  'bill-not-open',
] as const
export type RefusalCode = (typeof refusals)[number]

/** An act the case cannot take now; told to the actor's face (409), never kept. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

export function allowsCase(state: CaseState, action: CaseAction): boolean {
  return state.latch === null && (caseActions[state.status] as readonly CaseAction[]).includes(action)
}

export function requireCase(state: CaseState, action: CaseAction): void {
  if (state.latch) throw new Refusal('case-busy')
  if (allowsCase(state, action)) return
  if (isClosed(state)) throw new Refusal('case-closed')
  throw new Refusal(action === 'correct' ? 'not-returned' : 'not-allowed-now')
}

/** The task, when the officer may do this to it now: open, and nobody else's. */
export function requireTask(state: CaseState, id: string, officer: string, action: TaskAction): TaskState {
  const task = state.tasks[id]
  if (!task) throw new Refusal('task-unknown')
  if (!(taskActions[task.status] as readonly TaskAction[]).includes(action)) throw new Refusal('task-not-open')
  if (state.latch) throw new Refusal('case-busy')
  if (action !== 'assign' && task.assignee !== null && task.assignee !== officer)
    throw new Refusal('task-assigned-to-other')
  return task
}

export function requireDecision(state: CaseState, id: string, officer: string, decision: Decision): TaskState {
  const task = requireTask(state, id, officer, 'decide')
  if (!task.decisions.includes(decision)) throw new Refusal('decision-not-offered')
  if (task.visit && decision !== 'return' && task.visit.arrivedAt === null) throw new Refusal('visit-not-arrived')
  return task
}
