import type { Db } from '../models/database.ts'

/** Open cases say which versions of which calendars their clocks were counted with: a change of one finds them by it. */
export async function up(db: Db): Promise<void> {
  const applications = db.collection('applications')
  const clocks = { $map: { input: { $objectToArray: { $ifNull: ['$state.clocks', {}] } }, in: '$$this.v' } }
  const counted = {
    $filter: {
      input: clocks,
      cond: {
        $and: [
          { $eq: [{ $ifNull: ['$$this.stoppedAt', null] }, null] },
          { $ne: [{ $ifNull: ['$$this.instants', null] }, null] },
        ],
      },
    },
  }
  const named = {
    $map: { input: counted, in: { calendar: '$$this.rule.calendar', version: '$$this.instants.calendarVersion' } },
  }
  const sorted = { $sortArray: { input: { $setUnion: [named] }, sortBy: { calendar: 1, version: 1 } } }
  await applications.updateMany({ clocked: { $exists: false } }, [{ $set: { clocked: sorted } }])
  await applications.createIndex(
    { regency: 1, 'clocked.calendar': 1, _id: 1, 'clocked.version': 1 },
    { name: 'clocked' },
  )
  await applications.createIndex(
    { regency: 1, _id: 1 },
    { name: 'unwoken', partialFilterExpression: { unwoken: true } },
  )
  const spreads = db.collection('calendarSpreads')
  await spreads.createIndex({ regency: 1, code: 1, version: 1 }, { name: 'version', unique: true })
  await spreads.createIndex(
    { finishedAt: 1 },
    { name: 'unfinished', partialFilterExpression: { finishedAt: { $type: 'null' } } },
  )
}
