import type { Db } from '../models/database.ts'

/** Calls to outside systems, what they answered, what they told by themselves, and what they are to be told. */
export async function up(db: Db): Promise<void> {
  await db.collection('calls').createIndexes([
    { name: 'call', key: { regency: 1, call: 1 }, unique: true },
    { name: 'waiting', key: { regency: 1, status: 1, since: 1, _id: 1 } },
    { name: 'matches', key: { regency: 1, system: 1, matches: 1 } },
    { name: 'of-case', key: { regency: 1, application: 1 } },
  ])
  await db.collection('answers').createIndexes([
    { name: 'once', key: { regency: 1, call: 1 }, unique: true },
    { name: 'of-case', key: { regency: 1, application: 1 } },
  ])
  await db.collection('news').createIndexes([
    { name: 'once', key: { regency: 1, system: 1, digest: 1 }, unique: true },
    { name: 'keys', key: { regency: 1, system: 1, keys: 1, at: -1 } },
  ])
  await db.collection('reports').createIndexes([
    { name: 'once', key: { regency: 1, application: 1, seq: 1 }, unique: true },
    { name: 'to-send', key: { state: 1, nextAttemptAt: 1 }, partialFilterExpression: { state: 'queued' } },
  ])
}
