import type { Db } from '../models/database.ts'

const tray = { kind: 'sign', status: 'open' }

/** What waits for a signature, least time left first: few among many open tasks. */
export async function up(db: Db): Promise<void> {
  const tasks = db.collection('tasks')
  await tasks.createIndexes([
    { name: 'tray', key: { regency: 1, agency: 1, roles: 1, dueAt: 1, _id: 1 }, partialFilterExpression: tray },
    {
      name: 'village-tray',
      key: { regency: 1, village: 1, roles: 1, dueAt: 1, _id: 1 },
      partialFilterExpression: tray,
    },
  ])
}
