import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { countNext, countWaiting } from '../../models/oversight/count.ts'
import { MovementModel } from '../../models/oversight/movement.ts'
import { overtakenIn } from '../../models/oversight/overtaken.ts'
import { recount } from '../../models/oversight/recount.ts'
import { Tally, TallyHead } from '../../models/oversight/tally.ts'
import { holdingTallies } from '../../models/oversight/tally-hold.ts'
import { inRegency } from '../../models/tenancy.ts'
import { inTransaction } from '../../models/transaction.ts'
import { profiled } from './profiled.ts'

const wib = 420
const day = 86_400_000
const here = <Result>(work: () => Promise<Result>) => inRegency('banyuwangi', work)

beforeEach(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `recount-${randomUUID()}` })
  await migrate()
  return async () => {
    await mongoose.connection.dropDatabase()
    await disconnectMongo()
  }
})
afterAll(disconnectMongo)

/** Cases that came, one an hour, not counted yet. */
async function came(count: number): Promise<void> {
  const at = Date.UTC(2026, 0, 5)
  const rows = Array.from({ length: count }, (_, index) => ({
    application: `kasus-${index}`,
    number: `BWI-${index}`,
    seq: 1,
    kind: 'received' as const,
    at: new Date(at + index * 3_600_000),
    agency: `kantor-${index % 7}`,
    office: `kantor-${index % 7}`,
    service: 'sip-bidan',
    timed: false,
    late: false,
    tookMs: 0,
    receivedAt: new Date(at + index * 3_600_000),
  }))
  await here(() => MovementModel.insertMany(rows))
}
const received = async () =>
  (await here(() => Tally.find({ subject: 'case', grain: 'month', level: 'office' }).lean())).reduce(
    (sum, tally) => sum + tally.received,
    0,
  )

describe('a recount', () => {
  test('reads each movement a few times however many wait, and no transaction spans what there is to read', async () => {
    await came(6_000)
    const asked = await profiled('movements', () => here(() => recount(wib, { check: false })))
    const examined = asked.reduce((sum, { docsExamined }) => sum + docsExamined, 0)
    expect(examined).toBeLessThan(7 * 6_000)
    const inOne = asked.filter(({ inTransaction: within }) => within).map(({ docsExamined }) => docsExamined)
    expect(Math.max(...inOne)).toBeLessThanOrEqual(500)
    expect(await received()).toBe(6_000)
    expect(await here(() => recount(wib, { check: true }))).toBe(0)
  })

  test('puts right what is wrong, what is missing and what should not be', async () => {
    await came(500)
    await here(() => recount(wib, { check: false }))
    const before = await here(() => Tally.find().sort({ name: 1 }).select({ _id: 0 }).lean())
    const [one, two, ...rest] = before
    if (!one || !two) throw new Error('nothing was counted')
    await here(async () => {
      await Tally.updateOne({ name: one.name }, { $inc: { received: 3 } })
      await Tally.deleteOne({ name: two.name })
      await Tally.insertMany([{ ...one, name: 'case|month|1999-01-01|office|x', office: 'x' }])
    })
    expect(await here(() => recount(wib, { check: true }))).toBe(3)
    expect(await here(() => recount(wib, { check: true })), 'a check mends nothing').toBe(3)
    expect(await here(() => recount(wib, { check: false }))).toBe(3)
    expect(await here(() => Tally.find().sort({ name: 1 }).select({ _id: 0 }).lean())).toEqual(before)
    expect(rest.length).toBeGreaterThan(5)
  })

  test('keeps counting away until it is done, and nobody else recounts meanwhile', async () => {
    await came(20)
    await here(() =>
      holdingTallies(async (hold) => {
        expect(await countNext(async () => wib)).toBe(0)
        await expect(recount(wib, { check: true })).rejects.toThrow('being recounted already')
        await hold.keep()
      }),
    )
    expect(await countNext(async () => wib)).toBe(20)
    expect(await received()).toBe(20)
  })

  test('that died gives the tallies free after a while, and one that was only slow writes nothing any more', async () => {
    await came(20)
    await here(() =>
      holdingTallies(async (hold) => {
        await TallyHead.updateOne({}, { $set: { heldUntil: new Date(Date.now() - 1) } })
        expect(await countWaiting(wib)).toBe(20)
        await expect(inTransaction((session) => hold.keepWithin(session))).rejects.toThrow('was lost')
      }),
    )
  })
})

test('a decision of long ago is compared with the next that were decided, not with all that came after', async () => {
  const at = Date.UTC(2026, 0, 5)
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const row = (index: number, openedAt: number, task = `t${index}`) => ({
    regency: 'banyuwangi',
    task,
    ...{ agency: 'dinkes', village: null, service: 'sip-bidan', step: 'cek', seat: null, assignee: null },
    status: 'decided',
    openedAt: new Date(openedAt),
    endedAt: new Date(at + (index + 1) * 60_000),
    clock: null,
  })
  const later = Array.from({ length: 5_000 }, (_, index) => row(index, at + 1))
  await db.collection('tasks').insertMany([...later, row(500, at - day, 'soon'), row(4_990, at - day, 'late')])
  const decision = {
    ...{ agency: 'dinkes', village: null, service: 'sip-bidan', step: 'cek', seat: null, task: 'x', officer: 'budi' },
    at: new Date(at),
    since: new Date(at),
  }
  const asked = await profiled('tasks', () => here(() => overtakenIn(decision)))
  expect(asked.reduce((sum, { keysExamined }) => sum + keysExamined, 0)).toBeLessThan(1_100)
  expect(await here(() => overtakenIn(decision))).toEqual({ all: 1, free: 1 })
})
