import type { Db } from '../models/database.ts'

/** A case is opened where it is accepted: that its timeline is empty no longer tells who is still to be started. */
export async function up(db: Db): Promise<void> {
  const applications = db.collection('applications')
  await applications.updateMany({ 'state.seq': 0 }, { $set: { unstarted: true } })
  await applications.createIndex(
    { unstarted: 1, acceptedAt: 1 },
    { name: 'unstarted', partialFilterExpression: { unstarted: true } },
  )
  if (await applications.indexExists('not-started')) await applications.dropIndex('not-started')
}
