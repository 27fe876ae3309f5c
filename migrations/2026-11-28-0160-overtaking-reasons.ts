import type { Db } from '../models/database.ts'

/** Reasons given for decisions out of turn: found by their decision, and each kept once under its sender's key. */
export async function up(db: Db): Promise<void> {
  await db.collection('overtakingReasons').createIndexes([
    { name: 'of', key: { regency: 1, application: 1, task: 1, at: 1 } },
    { name: 'once', key: { regency: 1, by: 1, key: 1 }, unique: true },
  ])
}
