import { type Db, MongoClient } from 'mongodb'
import { plainDay } from '../../domain/indonesian-time.ts'
import { bucketOf, lastBuckets } from '../../domain/oversight/buckets.ts'
import type { BenchHouse } from '../house.ts'
import { signIn } from '../http-lifecycle.ts'
import { type Round, run } from '../load.ts'
import { seedClosed, seedNames, seedOpen } from './seed.ts'

export type OversightFigures = {
  open: number
  closed: number
  /** First answer of a process: it reads all open tasks. */
  firstMs: number
  tallies: number
  lists: { name: string; lontar: Round; driver: Round }[]
}

const regency = 'banyuwangi'
const wib = 420

/**
 * What an admin of the whole regency asks of oversight, among many open and closed tasks, over HTTP, against the bare driver
 * working out the same from the same collections.
 */
export async function benchOversight(
  house: BenchHouse,
  { open, closed, requests, inFlight }: { open: number; closed: number; requests: number; inFlight: number },
): Promise<OversightFigures> {
  const mongo = await MongoClient.connect(house.mongodbUri, { maxPoolSize: inFlight })
  const db = mongo.db('lontar')
  const now = Date.now()
  await seedNames(db)
  await seedOpen(db, open, now)
  const tallies = await seedClosed(db, closed, now)
  const token = await signIn(house.url, 'admin@demo.test')
  const ask =
    (list: string, filter: object, more = '') =>
    async () => {
      const query = `filter=${encodeURIComponent(JSON.stringify(filter))}${more}`
      const response = await fetch(`${house.url}/api/oversight/${list}?${query}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      const rows = (await response.json()) as unknown[]
      if (!response.ok || rows.length === 0) throw new Error(`${list}: ${response.status}, ${rows.length} rows`)
    }
  const started = performance.now()
  await ask('standing', {})()
  const firstMs = performance.now() - started
  const from = lastBuckets(plainDay(now, wib), 'month', 12)
  const pairs = [
    { name: 'standing by office', over: ask('standing', {}), bare: standingByDriver(db, now) },
    { name: 'standing by officer', over: ask('standing', { by: 'officer' }), bare: standingByDriver(db, now) },
    { name: 'time left', over: ask('time-left', {}), bare: standingByDriver(db, now) },
    {
      name: 'tasks overdue',
      over: ask('tasks', { state: 'breached', office: 'kantor-1' }, '&range=[0,24]'),
      bare: overdueByDriver(db, now),
    },
    { name: 'results by office, 12 months', over: ask('results', {}), bare: tallyByDriver(db, 'office', from) },
    {
      name: 'results by step, 12 months',
      over: ask('results', { by: 'step' }),
      bare: tallyByDriver(db, 'step', from),
    },
    { name: 'trend, 12 months', over: ask('trend', {}), bare: tallyByDriver(db, 'office', from) },
  ]
  const lists = []
  for (const { name, over, bare } of pairs) {
    await run(5, 2, over)
    await run(2, 1, bare)
    const driver = await run(Math.min(requests, 60), inFlight, bare)
    lists.push({ name, driver, lontar: await run(requests, inFlight, over) })
  }
  await mongo.close()
  return { open, closed, firstMs, tallies, lists }
}

/** Open tasks grouped by office and how their clocks stand, the best that the database does with an index. */
const standingByDriver = (db: Db, now: number) => async () => {
  const rows = await db
    .collection('tasks')
    .aggregate([
      { $match: { regency, status: { $in: ['open', 'returned'] } } },
      {
        $group: {
          _id: '$agency',
          open: { $sum: 1 },
          breached: { $sum: { $cond: [{ $lte: ['$dueAt', new Date(now)] }, 1, 0] } },
          warned: { $sum: { $cond: [{ $lte: ['$warnAt', new Date(now)] }, 1, 0] } },
        },
      },
    ])
    .toArray()
  if (rows.length === 0) throw new Error('driver: no rows')
}

const overdueByDriver = (db: Db, now: number) => async () => {
  const filter = { regency, agency: 'kantor-1', roles: 'verifier', status: 'open', dueAt: { $lte: new Date(now) } }
  const rows = await db.collection('tasks').find(filter).sort({ dueAt: 1, _id: 1 }).limit(25).toArray()
  if (rows.length === 0) throw new Error('driver: no rows')
}

const tallyByDriver = (db: Db, level: string, from: string[]) => async () => {
  const rows = await db
    .collection('tallies')
    .aggregate([
      { $match: { regency, subject: 'task', grain: 'month', level, from: { $gte: bucketOf(from[0] ?? '', 'month') } } },
      { $group: { _id: ['$office', '$service', '$step'], decided: { $sum: '$decided' }, late: { $sum: '$late' } } },
    ])
    .toArray()
  if (rows.length === 0) throw new Error('driver: no rows')
}
