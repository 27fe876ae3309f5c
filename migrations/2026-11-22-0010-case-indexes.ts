import type { Db } from '../models/database.ts'

/** A case's own collections: what keeps them honest (unique), then what the lists read. */
export async function up(db: Db): Promise<void> {
  await db.collection('applications').createIndexes([
    { name: 'number', key: { regency: 1, number: 1 }, unique: true },
    { name: 'filed-once', key: { regency: 1, 'filedWith.by': 1, 'filedWith.key': 1 }, unique: true },
    { name: 'not-started', key: { 'state.seq': 1, acceptedAt: 1 }, partialFilterExpression: { 'state.seq': 0 } },
    { name: 'by-applicant', key: { regency: 1, 'applicant.account': 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-filer', key: { regency: 1, filedBy: 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-agency', key: { regency: 1, agencies: 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-village', key: { regency: 1, village: 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-status', key: { regency: 1, status: 1, acceptedAt: -1, _id: 1 } },
    { name: 'by-nik', key: { regency: 1, 'applicant.nik': 1 } },
  ])
  await db.collection('timeline').createIndexes([{ name: 'chain', key: { application: 1, seq: 1 }, unique: true }])
  await db.collection('tasks').createIndexes([
    { name: 'task', key: { regency: 1, task: 1 }, unique: true },
    { name: 'inbox', key: { regency: 1, agency: 1, roles: 1, status: 1, dueAt: 1, _id: 1 } },
    { name: 'village-inbox', key: { regency: 1, village: 1, roles: 1, status: 1, dueAt: 1, _id: 1 } },
    { name: 'mine', key: { regency: 1, assignee: 1, status: 1, dueAt: 1, _id: 1 } },
    { name: 'of-case', key: { regency: 1, application: 1 } },
    { name: 'all-by-due', key: { regency: 1, status: 1, dueAt: 1, _id: 1 } },
  ])
  await db.collection('acts').createIndexes([
    { name: 'once', key: { regency: 1, by: 1, key: 1 }, unique: true },
    { name: 'of-case', key: { regency: 1, application: 1 } },
  ])
  await db.collection('documents').createIndexes([
    { name: 'once', key: { regency: 1, key: 1 }, unique: true },
    { name: 'of-case', key: { regency: 1, application: 1 } },
  ])
  await db.collection('numberSeries').createIndexes([{ name: 'series', key: { regency: 1, series: 1 }, unique: true }])
  await db.collection('numbers').createIndexes([
    { name: 'sequence', key: { regency: 1, series: 1, sequence: 1 }, unique: true },
    { name: 'once', key: { regency: 1, key: 1 }, unique: true },
  ])
  await db.collection('messages').createIndexes([
    { name: 'once', key: { regency: 1, application: 1, seq: 1, way: 1, to: 1 }, unique: true },
    { name: 'to-send', key: { status: 1, nextAttemptAt: 1 }, partialFilterExpression: { status: 'queued' } },
    { name: 'of-person', key: { regency: 1, way: 1, to: 1, queuedAt: -1 } },
    { name: 'log', key: { regency: 1, queuedAt: -1, _id: 1 } },
  ])
  await db.collection('registerEntries').createIndexes([
    { name: 'entry', key: { regency: 1, entry: 1 }, unique: true },
    { name: 'of-case', key: { regency: 1, application: 1 } },
  ])
}
