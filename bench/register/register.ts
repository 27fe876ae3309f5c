import { setTimeout as pause } from 'node:timers/promises'
import { WorkflowUpdateFailedError } from '@temporalio/client'
import { type Db, MongoClient } from 'mongodb'
import { system } from '../../domain/case/events.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { entryWorkflowId, reinstateEntry } from '../../workflows/register/messages.ts'
import { cpuMeter } from '../cpu.ts'
import { quantile } from '../load.ts'
import { type LicenceHouse, openLicenceHouse } from './house.ts'
import { seedCase, seedLicences } from './seed.ts'
import { mongoBytes, residentMb, temporalBytes } from './sizes.ts'

const dayMs = 86_400_000
const restMs = 15_000

export type RegisterFigures = {
  licences: number
  startPerSecond: number
  /** CPU milliseconds of each process for one licence to be started and fall asleep: what a shared machine does not blur. */
  startCpuMs: Record<string, number>
  /** CPU of each process while all sleep, as a share of one core. */
  restCpu: Record<string, number>
  temporalBytesEach: number
  mongoBytesEach: number
  memory: { full: Record<string, number>; rested: Record<string, number> }
  restart: { serverMs: number; workerMs: number; firstAnswerMs: number }
  wake: { licences: number; seconds: number; p50: number; p95: number; worst: number }
}

export type RegisterSizes = {
  licences: number
  due: number
  /** Starting goes on for so long; what sleeps by then is measured. */
  minutes: number
}

/** What sleeping licences cost, by the product's own ways: rows in the register, started by the worker's sweeper. */
export async function benchRegister({ licences: wanted, due, minutes }: RegisterSizes): Promise<RegisterFigures> {
  const house = await openLicenceHouse()
  const mongo = await MongoClient.connect(house.mongodbUri)
  try {
    const db = mongo.db('lontar')
    await seedCase(db)
    const before = { temporal: temporalBytes(house.dbFile), mongo: await mongoBytes(db) }
    await seedLicences(db, 'UKUR', wanted, (index) => new Date(Date.now() + (400 + (index % 1_400)) * dayMs))
    const started = performance.now()
    await house.startWorker()
    const used = cpuMeter(house.pids())
    const licences = await untilTold(db, started + minutes * 60_000)
    const startCpuMs = shareOf(used(), licences)
    const seconds = (performance.now() - started) / 1000
    if (licences < wanted) await giveUpTheRest(house, db)
    const full = residentMb(house.pids())
    const after = { temporal: temporalBytes(house.dbFile), mongo: await mongoBytes(db) }
    const restart = await measureRestart(house)
    const resting = cpuMeter(house.pids())
    await pause(restMs)
    const restCpu = shareOf(resting(), restMs)
    const rested = residentMb(house.pids())
    const wake = await measureWaking(db, due, licences / seconds)
    return {
      licences,
      startPerSecond: licences / seconds,
      startCpuMs,
      restCpu,
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

const shareOf = (used: Record<string, number>, of: number) =>
  Object.fromEntries(Object.entries(used).map(([name, ms]) => [name, ms / of]))

/** Until every licence has told its first line and sleeps, or the time is over. @returns how many do */
async function untilTold(db: Db, until = Number.POSITIVE_INFINITY): Promise<number> {
  const entries = db.collection('registerEntries')
  for (let shown = performance.now(); ; await pause(500)) {
    const waiting = await entries.countDocuments({ 'state.seq': 0 })
    const told = (await entries.estimatedDocumentCount()) - waiting
    if (waiting === 0 || performance.now() >= until) return told
    if (performance.now() < shown + 60_000) continue
    shown = performance.now()
    console.error(`  ${told.toLocaleString('en')} asleep, ${waiting.toLocaleString('en')} waiting`)
  }
}

async function giveUpTheRest(house: LicenceHouse, db: Db): Promise<void> {
  await house.stopWorker()
  await db.collection('registerEntries').deleteMany({ 'state.seq': 0 })
  await house.startWorker()
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
  const asked = { actId: 'ukur', digest: '', by: system, seen: 1 }
  const licence = temporal.client.workflow.getHandle(entryWorkflowId('banyuwangi', 'UKUR-0:sip-bidan'))
  const refusal = await licence.executeUpdate(reinstateEntry, { args: [asked] }).then(
    () => null,
    (error: unknown) => error,
  )
  const firstAnswerMs = performance.now() - from
  await temporal.close()
  if (!(refusal instanceof WorkflowUpdateFailedError)) throw new Error('a licence that is valid was reinstated')
  return { serverMs, workerMs, firstAnswerMs }
}

/** So many whose first reminder falls on the same instant; how late each is reminded. */
async function measureWaking(db: Db, count: number, startPerSecond: number): Promise<RegisterFigures['wake']> {
  const leadMs = 30_000 + (count / startPerSecond) * 2_000
  const at = Date.now() + leadMs
  await seedLicences(db, 'BANGUN', count, () => new Date(at - 1 + 90 * dayMs))
  await untilTold(db)
  if (Date.now() > at) throw new Error('the licences were not asleep before they were due: start fewer')
  const told = db.collection('registerTimeline').find({ type: 'reminded', entry: /^BANGUN/ })
  while ((await db.collection('registerTimeline').countDocuments({ type: 'reminded', entry: /^BANGUN/ })) < count)
    await pause(200)
  const seconds = (Date.now() - at) / 1000
  const late = (await told.toArray()).map((line) => Number(line.at) - at)
  return { licences: count, seconds, p50: quantile(late, 0.5), p95: quantile(late, 0.95), worst: Math.max(...late) }
}
