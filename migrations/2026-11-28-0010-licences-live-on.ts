import type { Db } from '../models/database.ts'

/**
 * Entries get what their own life needs. Those that were there before are given their case's place and an untold state;
 * the sweeper then starts their workflows as it starts new ones.
 */
export async function up(db: Db): Promise<void> {
  await db
    .collection('registerTimeline')
    .createIndexes([{ name: 'chain', key: { regency: 1, entry: 1, seq: 1 }, unique: true }])
  await db.collection('registerEntries').createIndexes([
    { name: 'not-started', key: { 'state.seq': 1, startedAt: 1 }, partialFilterExpression: { 'state.seq': 0 } },
    { name: 'by-agency', key: { regency: 1, agencies: 1, validUntil: 1, _id: 1 } },
    { name: 'by-village', key: { regency: 1, village: 1, validUntil: 1, _id: 1 } },
    { name: 'by-register', key: { regency: 1, register: 1, validUntil: 1, _id: 1 } },
    { name: 'by-number', key: { regency: 1, number: 1 } },
    { name: 'by-document', key: { regency: 1, document: 1 } },
    { name: 'by-holder', key: { regency: 1, 'holder.account': 1, validUntil: -1 } },
    { name: 'by-renewed', key: { regency: 1, renews: 1 }, partialFilterExpression: { renews: { $type: 'string' } } },
    { name: 'by-name', key: { regency: 1, 'holder.name': 'text' }, default_language: 'none' },
  ])
  await db
    .collection('applications')
    .createIndexes([
      { name: 'renewals', key: { regency: 1, renews: 1 }, partialFilterExpression: { renews: { $type: 'string' } } },
    ])
  await db
    .collection('messages')
    .createIndexes([
      { name: 'once-each', key: { regency: 1, application: 1, entry: 1, seq: 1, way: 1, to: 1 }, unique: true },
    ])
  await dropIndex(db, 'messages', 'once')
  await bringUp(db)
}

async function dropIndex(db: Db, collection: string, name: string): Promise<void> {
  const known = await db.collection(collection).indexes()
  if (known.some((index) => index.name === name)) await db.collection(collection).dropIndex(name)
}

/** In one pass by the server; only rows that have no state yet, so that it may be repeated. */
async function bringUp(db: Db): Promise<void> {
  const first = (from: string, field: string) => ({ $first: `$${from}.${field}` })
  const epoch = (date: string) => ({ $cond: [{ $eq: [date, null] }, null, { $toLong: date }] })
  await db
    .collection('registerEntries')
    .aggregate([
      { $match: { state: { $exists: false } } },
      { $lookup: { from: 'applications', localField: 'application', foreignField: '_id', as: 'case' } },
      {
        $lookup: {
          from: 'documents',
          localField: 'document',
          foreignField: '_id',
          as: 'paper',
          pipeline: [{ $project: { number: 1, agency: 1 } }],
        },
      },
      { $match: { 'case.0': { $exists: true }, 'paper.0': { $exists: true } } },
      {
        $project: {
          number: first('paper', 'number'),
          agency: first('paper', 'agency'),
          serviceVersion: first('case', 'serviceVersion'),
          agencies: first('case', 'agencies'),
          village: first('case', 'village'),
          servicePoint: first('case', 'servicePoint'),
          shift: { $ifNull: [first('case', 'shift'), 0] },
          renews: null,
          revokedAt: null,
          supersededAt: null,
          suspension: null,
          startedAt: null,
          state: {
            seq: { $literal: 0 },
            head: '',
            document: '$document',
            validFrom: { $toDouble: epoch('$validFrom') },
            validUntil: {
              $cond: [
                { $eq: [{ $ifNull: ['$validUntil', null] }, null] },
                null,
                { $toDouble: { $toLong: '$validUntil' } },
              ],
            },
            upkeep: { reminders: [], reports: null },
            suspensions: [],
            reminded: [],
            reportsDue: [],
            reports: [],
            revokedAt: null,
            expiredAt: null,
            superseded: null,
            heard: [],
          },
        },
      },
      { $merge: { into: 'registerEntries', on: '_id', whenMatched: 'merge', whenNotMatched: 'discard' } },
    ])
    .toArray()
}
