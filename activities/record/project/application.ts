import { type CaseState, isClosed, type TaskState, termClock } from '../../../domain/case/state.ts'
import type { ApplicationRecord, Waiting } from '../../../models/case/application.ts'

type Projected = Pick<ApplicationRecord, 'state' | 'status' | 'waiting' | 'dueAt' | 'closedAt'>

/** The application's row, as its state says. */
export function projectApplication(state: CaseState): Projected {
  const waiting = waitingOf(state)
  const term = state.clocks[termClock]
  const dueAt = term && term.stoppedAt === null ? dateOf(term.instants?.dueAt) : waiting.until
  return { state, status: state.status, waiting, dueAt, closedAt: dateOf(state.closedAt) }
}

function waitingOf(state: CaseState): Waiting {
  const nobody: Waiting = { kind: 'nobody', step: null, task: null, role: null, agency: null, until: null }
  if (isClosed(state)) return nobody
  const tasks = Object.values(state.tasks)
  const returned = tasks.find((task) => task.status === 'returned')
  if (returned) return { ...nobody, kind: 'applicant', step: returned.step, task: returned.id }
  const open = tasks.find((task) => task.status === 'open')
  if (open) return onOffice(state, open)
  const step = Object.entries(state.steps).find(([, each]) => each.endedAt === null)?.[0]
  return { ...nobody, kind: 'system', step: step?.split('/')[1] ?? null }
}

function onOffice(state: CaseState, task: TaskState): Waiting {
  return {
    kind: 'office',
    step: task.step,
    task: task.id,
    role: task.desk.role,
    agency: 'agency' in task.desk ? task.desk.agency : null,
    until: dateOf(state.clocks[task.id]?.instants?.dueAt),
  }
}

export function dateOf(instant: number | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant)
}
