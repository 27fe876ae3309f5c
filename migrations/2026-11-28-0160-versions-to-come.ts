import type { Db } from '../models/database.ts'

/** Versions of services that hold from a day: those still to come are found without reading any version. */
export async function up(db: Db): Promise<void> {
  await db
    .collection('serviceVersions')
    .createIndex(
      { regency: 1, effectiveFrom: 1, code: 1, version: 1 },
      { name: 'to-come', partialFilterExpression: { effectiveFrom: { $gt: '' } } },
    )
}
