import { Task, type TaskRecord } from '../case/task.ts'

/** What oversight needs of a task; an index of open tasks holds all of it, so that reading them reads no rows. */
export const watched = [
  'agency',
  'village',
  'service',
  'step',
  'assignee',
  'status',
  'openedAt',
  'warnAt',
  'dueAt',
  'shift',
  'task',
] as const
export type OpenTask = Pick<TaskRecord, (typeof watched)[number]>

const isOpen = { status: { $in: ['open' as const, 'returned' as const] } }

/** Every task that is not over, in no order. Within a regency's context. */
export async function* readOpenTasks(): AsyncGenerator<OpenTask> {
  const fields = { _id: 0, ...Object.fromEntries(watched.map((name) => [name, 1])) }
  yield* Task.find(isOpen, fields).lean<OpenTask[]>().batchSize(5_000).cursor()
}

/** Rows of the inbox by their names, in that order; those that have gone meanwhile are left out. */
export async function tasksNamed(names: readonly string[]): Promise<TaskRecord[]> {
  const found = await Task.find({ task: { $in: [...names] } }).lean<TaskRecord[]>()
  const known = new Map(found.map((row) => [row.task, row]))
  return names.flatMap((name) => known.get(name) ?? [])
}
