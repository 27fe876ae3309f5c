import type { Db } from '../models/database.ts'

/** Versions that were published before a day could be named hold from their publication, and nobody noted why. */
export async function up(db: Db): Promise<void> {
  await db
    .collection('serviceVersions')
    .updateMany({ effectiveFrom: { $exists: false } }, { $set: { effectiveFrom: null, note: null } })
}
