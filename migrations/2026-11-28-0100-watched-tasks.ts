import type { Db } from '../models/database.ts'

/** Open tasks as oversight reads them when a process begins: from the index alone, and only those that are not over. */
export async function up(db: Db): Promise<void> {
  await db.collection('tasks').createIndex(
    {
      regency: 1,
      status: 1,
      agency: 1,
      village: 1,
      service: 1,
      step: 1,
      assignee: 1,
      openedAt: 1,
      warnAt: 1,
      dueAt: 1,
      shift: 1,
      task: 1,
    },
    { name: 'watched', partialFilterExpression: { status: { $in: ['open', 'returned'] } } },
  )
}
