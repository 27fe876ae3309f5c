import { ledger } from '../../../domain/case/clocks.ts'
import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState, ClockState, TaskState } from '../../../domain/case/state.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { TaskRecord } from '../../../models/case/task.ts'
import { dateOf } from './application.ts'

/** Warned from the first rung at or after this share of the budget. */
const warningPercent = 80

/** The inbox rows that these events changed, whole. */
export function projectTasks(
  application: ApplicationRecord,
  state: CaseState,
  events: TimelineEvent[],
): Omit<TaskRecord, 'regency'>[] {
  const touched = new Set(events.flatMap(taskOf))
  return Object.values(state.tasks)
    .filter((task) => touched.has(task.id))
    .map((task) => projectTask(application, state, task))
}

function taskOf({ type, data }: TimelineEvent): string[] {
  switch (type) {
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-reprojected':
      return [data.clock.id]
    case 'clock-stopped':
    case 'rung-reached':
      return [data.clock]
    case 'corrected':
      return [data.task, ...(data.also ?? [])]
    default:
      return 'task' in data && typeof data.task === 'string' ? [data.task] : []
  }
}

/** An inbox row as the case's own state tells it, which is how it was written with it; null where there is no such task. */
export function taskAsTold(application: ApplicationRecord, id: string): TaskRecord | null {
  const task = application.state.tasks[id]
  return task ? { regency: application.regency, ...projectTask(application, application.state, task) } : null
}

function projectTask(application: ApplicationRecord, state: CaseState, task: TaskState): Omit<TaskRecord, 'regency'> {
  const { desk } = task
  const clock = state.clocks[task.id]
  const warning = clock?.instants?.rungs.find((rung) => rung.percent >= warningPercent)
  return {
    task: task.id,
    application: application._id,
    number: application.number,
    service: application.service,
    serviceVersion: application.serviceVersion,
    track: task.track,
    step: task.step,
    kind: kindOf(task),
    ...(task.seat ? { seat: task.seat } : {}),
    ...(task.visit ? { visit: task.visit } : {}),
    role: desk.role,
    roles: [desk.role, ...task.escalatedTo],
    agency: 'agency' in desk ? desk.agency : null,
    village: 'village' in desk ? application.village : null,
    servicePoint: application.servicePoint,
    applicantName: application.applicant.name,
    decisions: task.decisions,
    status: task.status,
    assignee: task.assignee,
    handOver: task.handOver ?? null,
    watchers: task.watchers ?? [],
    openedAt: new Date(task.openedAt),
    endedAt: dateOf(task.endedAt),
    clock: clock ? projectClock(clock) : null,
    dueAt: dateOf(clock?.instants?.dueAt),
    warnAt: dateOf(warning?.at),
    shift: application.shift,
  }
}

function projectClock(clock: ClockState): TaskRecord['clock'] {
  const { instants, reached, stoppedAt } = clock
  const calendarVersion = instants?.calendarVersion ?? 0
  return { ...ledger(clock), calendarVersion, rungs: instants?.rungs ?? [], reached, stoppedAt }
}

function kindOf({ seat, visit, decisions }: TaskState): TaskRecord['kind'] {
  if (seat) return 'consult'
  if (visit) return 'inspect'
  return decisions.includes('sign') ? 'sign' : 'review'
}
