import type { LocalText } from '../../contracts/common.ts'
import type { TaskRow } from '../../contracts/tasks.ts'
import type { HandOver, Visit } from '../../domain/case/state.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { taskActionsFor } from './allowed.ts'
import { clockOfTask, iso, isoOrNull } from './clock.ts'
import { presentClocks } from './clocks.ts'
import { asOf } from './present-row.ts'
import type { Reader } from './reader.ts'
import type { CaseWords } from './words.ts'

/** Rows of the inbox as the reader sees them, in the order given. */
export async function presentTaskRows(tasks: TaskRecord[], reader: Reader): Promise<TaskRow[]> {
  const names = await namesOf(tasks.flatMap(({ assignee, handOver }) => [assignee ?? [], handOver?.from ?? []].flat()))
  return Promise.all(tasks.map((task) => presentTaskRow(task, names, reader)))
}

export async function presentTaskRow(task: TaskRecord, names: Map<string, string>, reader: Reader): Promise<TaskRow> {
  const words = await reader.words(task)
  const [clock] = await presentClocks([clockOfTask(task)], reader, asOf(task))
  if (!clock) throw new RangeError(`task ${task.task} has no clock`)
  const { assignee } = task
  return {
    id: task.task,
    application: task.application,
    number: task.number,
    service: task.service,
    serviceName: words.definition.name,
    step: task.step,
    stepName: words.step(task.track, task.step),
    kind: task.kind,
    role: task.role,
    agency: task.agency,
    village: task.village,
    servicePoint: task.servicePoint,
    applicantName: task.applicantName,
    status: task.status,
    assignee: assignee === null ? null : { id: assignee, name: names.get(assignee) ?? assignee },
    handOver: task.handOver ? presentHandOver(task.handOver, names) : null,
    openedAt: task.openedAt.toISOString(),
    seat: seatName(words, task),
    visit: task.visit ? presentVisit(task.visit) : null,
    clock,
    actions: taskActionsFor(reader.person, task),
  }
}

function seatName({ steps }: CaseWords, { track, step, seat }: TaskRecord): LocalText | null {
  const found = seat === undefined ? undefined : steps[track].find(({ code }) => code === step)
  return found?.kind === 'consult' ? (found.panel.find(({ code }) => code === seat)?.name ?? null) : null
}

function presentHandOver({ from, reason, at, offered }: HandOver, names: Map<string, string>): TaskRow['handOver'] {
  return { from: from === null ? null : { id: from, name: names.get(from) ?? from }, reason, at: iso(at), offered }
}

function presentVisit({ appointment, departedAt, arrivedAt }: Visit): NonNullable<TaskRow['visit']> {
  return { appointment: isoOrNull(appointment), departedAt: isoOrNull(departedAt), arrivedAt: isoOrNull(arrivedAt) }
}
