import type { Db } from '../models/database.ts'

/** Cases from before branches wait on nobody else. */
export async function up(db: Db): Promise<void> {
  await db.collection('applications').updateMany({ alsoWaiting: { $exists: false } }, { $set: { alsoWaiting: [] } })
}
