import type { Db } from '../models/database.ts'

/** What the API's lists, its search and its live events read. */
export async function up(db: Db): Promise<void> {
  await db
    .collection('applicationCounters')
    .createIndexes([{ name: 'series', key: { regency: 1, series: 1 }, unique: true }])
  await db.collection('applications').createIndexes([
    { name: 'by-service-point', key: { regency: 1, servicePoint: 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-name', key: { regency: 1, 'applicant.name': 'text' }, default_language: 'none' },
  ])
  await db.collection('messages').createIndexes([
    { name: 'log-of-agency', key: { regency: 1, 'case.agencies': 1, queuedAt: -1, _id: -1 } },
    { name: 'log-of-village', key: { regency: 1, 'case.village': 1, queuedAt: -1, _id: -1 } },
  ])
  // The row as it was before a change, for whoever saw it then and sees it no more.
  await db.command({ collMod: 'tasks', changeStreamPreAndPostImages: { enabled: true } })
}
