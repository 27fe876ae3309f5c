import type { Db } from '../models/database.ts'

const days = 86_400

/**
 * A person's key asks for one rehearsal; of a regency one is played at a time, whoever plays; the last of a service are read.
 * A rehearsal is forgotten after 90 days, a rehearser that is gone after 30.
 */
export async function up(db: Db): Promise<void> {
  const rehearsals = db.collection('rehearsals')
  await rehearsals.createIndex({ regency: 1, by: 1, key: 1 }, { name: 'rehearsal-once', unique: true })
  await rehearsals.createIndex(
    { regency: 1 },
    { name: 'one-at-a-time', unique: true, partialFilterExpression: { state: 'running' } },
  )
  await rehearsals.createIndex({ regency: 1, service: 1, at: -1 }, { name: 'last-of-service' })
  await rehearsals.createIndex({ state: 1, at: 1 }, { name: 'rehearsals-waiting' })
  await rehearsals.createIndex({ at: 1 }, { name: 'forgotten', expireAfterSeconds: 90 * days })
  await db.collection('rehearsers').createIndex({ seenAt: 1 }, { name: 'gone', expireAfterSeconds: 30 * days })
}
