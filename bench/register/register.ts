import { setTimeout as pause } from 'node:timers/promises'
import { type Db, MongoClient } from 'mongodb'
import { connectTemporal } from '../../infra/temporal.ts'
import { entryWorkflowId } from '../../workflows/register/messages.ts'
import { quantile } from '../load.ts'
import { type LicenceHouse, openLicenceHouse } from './house.ts'
import { seedCase, seedLicences } from './seed.ts'
import { mongoBytes, residentMb, temporalBytes } from './sizes.ts'

const dayMs = 86_400_000

export type RegisterFigures = {
  licences: number
  startPerSecond: number
  temporalBytesEach: number
  mongoBytesEach: number
  memory: { full: Record<string, number>; rested: Record<string, number> }
  restart: { serverMs: number; workerMs: number; firstAnswerMs: number }
  wake: { licences: number; seconds: number; p50: number; p95: number; worst: number }
}

/** What sleeping licences cost, by the product's own ways: rows in the register, started by the worker's sweeper. */
export async function benchRegister({ licences, due }: { licences: number; due: number }): Promise<RegisterFigures> {
  const house = await openLicenceHouse()
  const mongo = await MongoClient.connect(house.mongodbUri)
  try {
    const db = mongo.db('lontar')
    await seedCase(db)
    const before = { temporal: temporalBytes(house.dbFile), mongo: await mongoBytes(db) }
    await seedLicences(db, 'UKUR', licences, (index) => new Date(Date.now() + (400 + (index % 1_400)) * dayMs))
    const started = performance.now()
    await house.startWorker()
    await untilTold(db, licences)
    const seconds = (performance.now() - started) / 1000
    const full = residentMb(house.pids())
    const after = { temporal: temporalBytes(house.dbFile), mongo: await mongoBytes(db) }
    const restart = await measureRestart(house)
    await pause(15_000)
    const rested = residentMb(house.pids())
    const wake = await measureWaking(db, due)
    return {
      licences,
      startPerSecond: licences / seconds,
      temporalBytesEach: (after.temporal - before.temporal) / licences,
      mongoBytesEach: (after.mongo - before.mongo) / licences,
      memory: { full, rested },
      restart,
      wake,
    }
  } finally {
    await mongo.close()
    await house.close()
  }
}

/** Until every licence has told its first line and sleeps. */
async function untilTold(db: Db, count: number): Promise<void> {
  for (;;) {
    const waiting = await db.collection('registerEntries').countDocuments({ 'state.seq': 0 })
    if (waiting === 0) return
    process.stdout.write(`\r  ${(count - waiting).toLocaleString('en')} of ${count.toLocaleString('en')} asleep `)
    await pause(2_000)
  }
}

/** Server and worker from nothing, and a licence that answers again although nobody holds it in memory. */
async function measureRestart(house: LicenceHouse): Promise<RegisterFigures['restart']> {
  await house.stopWorker()
  let from = performance.now()
  await house.restartTemporal()
  const serverMs = performance.now() - from
  from = performance.now()
  await house.startWorker()
  const workerMs = performance.now() - from
  const temporal = connectTemporal({ TEMPORAL_ADDRESS: house.temporalAddress, TEMPORAL_NAMESPACE: 'default' })
  from = performance.now()
  await temporal.client.workflow.getHandle(entryWorkflowId('banyuwangi', 'UKUR-0:sip-bidan')).query('state')
  const firstAnswerMs = performance.now() - from
  await temporal.close()
  return { serverMs, workerMs, firstAnswerMs }
}

/** So many whose first reminder falls on the same instant; how late each is reminded. */
async function measureWaking(db: Db, count: number): Promise<RegisterFigures['wake']> {
  const leadMs = Math.max(60_000, count * 60)
  const at = Date.now() + leadMs
  await seedLicences(db, 'BANGUN', count, () => new Date(at - 1 + 90 * dayMs))
  await untilTold(db, count)
  if (Date.now() > at) throw new Error('the licences were not asleep before they were due: start fewer')
  const told = db.collection('registerTimeline').find({ type: 'reminded', entry: /^BANGUN/ })
  while ((await db.collection('registerTimeline').countDocuments({ type: 'reminded', entry: /^BANGUN/ })) < count)
    await pause(200)
  const seconds = (Date.now() - at) / 1000
  const late = (await told.toArray()).map((line) => Number(line.at) - at)
  return { licences: count, seconds, p50: quantile(late, 0.5), p95: quantile(late, 0.95), worst: Math.max(...late) }
}
