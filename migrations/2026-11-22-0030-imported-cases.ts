import type { Db } from '../models/database.ts'

/** Cases that were taken over are asked for by the number of their old file. */
export async function up(db: Db): Promise<void> {
  await db
    .collection('applications')
    .createIndex(
      { regency: 1, 'imported.reference': 1 },
      { name: 'by-old-reference', partialFilterExpression: { 'imported.reference': { $exists: true } } },
    )
}
