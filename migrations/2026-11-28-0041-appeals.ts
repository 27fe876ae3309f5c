import type { Db } from '../models/database.ts'

/** A decision is objected to once; objections are found by the case they are about, and swept once they are granted. */
export async function up(db: Db): Promise<void> {
  const applications = db.collection('applications')
  await applications.createIndex(
    { regency: 1, 'about.key': 1 },
    { name: 'about-once', unique: true, partialFilterExpression: { 'about.key': { $exists: true } } },
  )
  await applications.createIndex(
    { regency: 1, 'about.application': 1 },
    { name: 'about-case', partialFilterExpression: { 'about.application': { $exists: true } } },
  )
}
