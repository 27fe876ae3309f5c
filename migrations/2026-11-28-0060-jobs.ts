import type { Db } from '../models/database.ts'

const days = 86_400

/** A person's key opens one job; processes look for what is not done; a job is forgotten after 30 days, its decisions never. */
export async function up(db: Db): Promise<void> {
  const jobs = db.collection('jobs')
  await jobs.createIndex({ regency: 1, by: 1, key: 1 }, { name: 'job-once', unique: true })
  await jobs.createIndex({ doneAt: 1, at: 1 }, { name: 'jobs-waiting' })
  await jobs.createIndex({ at: 1 }, { name: 'forgotten', expireAfterSeconds: 30 * days })
}
