import type { Db } from '../models/database.ts'

/** One draft a service; a key publishes once. */
export async function up(db: Db): Promise<void> {
  await db.collection('serviceDrafts').createIndex({ regency: 1, code: 1 }, { name: 'once', unique: true })
  await db
    .collection('serviceVersions')
    .createIndex(
      { regency: 1, code: 1, publishedBy: 1, publishedWith: 1 },
      { name: 'published-once', unique: true, partialFilterExpression: { publishedWith: { $type: 'string' } } },
    )
}
