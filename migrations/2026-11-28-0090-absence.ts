import type { Db } from '../models/database.ts'

/**
 * A person's key gives one mandate and writes one absence; whoever signs in, and whoever signs, is looked up by holder; an
 * office's stand-ins by place. Tasks from before came to nobody by themselves.
 */
export async function up(db: Db): Promise<void> {
  const mandates = db.collection('mandates')
  await mandates.createIndex({ regency: 1, givenBy: 1, key: 1 }, { name: 'given-once', unique: true })
  await mandates.createIndex({ regency: 1, holder: 1, until: 1 }, { name: 'holder' })
  await mandates.createIndex({ regency: 1, agency: 1, village: 1, from: -1 }, { name: 'office' })
  const absences = db.collection('absences')
  await absences.createIndex({ regency: 1, by: 1, key: 1 }, { name: 'written-once', unique: true })
  await absences.createIndex({ regency: 1, account: 1, until: 1 }, { name: 'person' })
  await absences.createIndex({ regency: 1, until: 1 }, { name: 'who-is-away' })
  const tasks = db.collection('tasks')
  await tasks.createIndex(
    { regency: 1, 'handOver.offered': 1 },
    { name: 'offered', partialFilterExpression: { 'handOver.offered': true } },
  )
  await tasks.updateMany({ handOver: { $exists: false } }, { $set: { handOver: null } })
}
