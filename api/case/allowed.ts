import { type CaseAction, caseActions, type TaskAction, taskActions } from '../../domain/case/actions.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** Whether the person may put the case right: then they see it as it is, unmasked. */
export function mayCorrect(person: SignedIn | null, application: ApplicationRecord): boolean {
  return allows(person, 'correct', 'application', application)
}

/** Documents and messages are seen by whoever sees their case; the permission table names the case's fields under `case`. */
export function mayReadDocument(person: SignedIn | null, application: ApplicationRecord): boolean {
  return allows(person, 'read', 'document', { case: application })
}

/** Bills are seen by whoever sees their case. */
export function mayReadBill(person: SignedIn | null, application: ApplicationRecord): boolean {
  return allows(person, 'read', 'bill', { case: application })
}

/** What the person may do with the case as it stands. */
export function caseActionsFor(person: SignedIn | null, application: ApplicationRecord): CaseAction[] {
  if (application.state.latch) return []
  const actions: readonly CaseAction[] = caseActions[application.status]
  return actions.filter((action) => allows(person, action, 'application', application))
}

/** What the person may do with the task as it stands. */
export function taskActionsFor(person: SignedIn | null, task: TaskRecord): TaskAction[] {
  const { assignee } = task
  const makesSense: Record<TaskAction, boolean> = {
    claim: assignee === null || (assignee === person?.account && (task.handOver?.offered ?? false)),
    release: assignee !== null && assignee === person?.account,
    assign: true,
    decide: true,
  }
  return taskActions[task.status].filter((action) => makesSense[action] && allows(person, action, 'task', task))
}

/** Whether the desk is theirs, whoever holds the task now: a colleague's hold is told as such, not as a lack of authority. */
export function sitsAt(person: SignedIn | null, action: 'claim' | 'decide', task: TaskRecord): boolean {
  return allows(person, action, 'task', { ...task, assignee: null })
}
