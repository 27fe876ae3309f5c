import type { Db } from '../models/database.ts'

/** The catalogue: what a code or a number names is there once in a regency. */
export async function up(db: Db): Promise<void> {
  const once = (key: Record<string, 1>) => ({ name: 'once', key: { regency: 1 as const, ...key }, unique: true })
  await db.collection('regencies').createIndexes([once({})])
  await db.collection('agencies').createIndexes([once({ code: 1 })])
  await db.collection('servicePoints').createIndexes([once({ code: 1 })])
  await db.collection('services').createIndexes([once({ code: 1 })])
  await db.collection('serviceVersions').createIndexes([once({ code: 1, version: 1 })])
  await db.collection('calendarVersions').createIndexes([once({ code: 1, version: 1 })])
}
