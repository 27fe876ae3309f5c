import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { coverOf, lastBuckets } from '../../domain/oversight/buckets.ts'
import { nameOf, type TallyKey } from '../../domain/oversight/tallies.ts'
import { up as oversight } from '../../migrations/2026-11-28-0100-oversight.ts'
import { up } from '../../migrations/2026-11-28-0130-quarters.ts'

let connection: Connection

beforeAll(async () => {
  const dbName = `quarters-${crypto.randomUUID().slice(0, 8)}`
  connection = await mongoose.createConnection(inject('mongoUri'), { dbName }).asPromise()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

const months = lastBuckets('2026-11-28', 'month', 24)

function tally(regency: string, from: string, step: string, sums: object) {
  const key: TallyKey = {
    subject: 'task',
    grain: 'month',
    from,
    level: 'step',
    agency: 'dinkes',
    village: null,
    office: 'dinkes',
    service: 'sip-bidan',
    step,
    officer: null,
  }
  return { ...key, name: nameOf(key), regency, ...sums }
}

test('months that are counted already are added up to quarters, regency by regency, once', async () => {
  const { db } = connection
  if (!db) throw new Error('not connected')
  await oversight(db as never)
  const tallies = db.collection('tallies')
  const steps = Array.from({ length: 50 }, (_, step) => `langkah-${step}`)
  await tallies.insertMany(
    steps.flatMap((step) => months.map((from) => tally('contoh', from, step, { decided: 2, late: 1 }))),
  )
  await tallies.insertOne(tally('lain', '2026-05-01', 'langkah-1', { decided: 7 }))
  await up(db as never)
  await up(db as never)
  const second = { grain: 'quarter', from: '2026-04-01', step: 'langkah-1' }
  expect(await tallies.find({ ...second, regency: 'contoh' }).toArray()).toMatchObject([
    { decided: 6, late: 3, office: 'dinkes', name: 'task|quarter|2026-04-01|step|dinkes|sip-bidan|langkah-1|' },
  ])
  expect(await tallies.find({ ...second, regency: 'lain' }).toArray()).toMatchObject([{ decided: 7, late: 0 }])
  expect(await tallies.countDocuments({ regency: 'contoh', grain: 'month' })).toBe(50 * 24)

  const read = async (part: { grain: string; from: string[] }) => {
    const which = { subject: 'task', grain: part.grain, level: 'step', from: { $in: part.from } }
    const plan = await tallies
      .aggregate([
        { $match: { regency: 'contoh', $and: [{}, which] } },
        { $group: { _id: { step: '$step' }, decided: { $sum: '$decided' }, late: { $sum: '$late' } } },
      ])
      .explain('executionStats')
    return JSON.stringify(plan)
  }
  for (const part of coverOf('month', months.slice(-12))) {
    const plan = await read(part)
    expect(plan).toContain('"indexName":"sums-of-tasks"')
    expect(plan).toContain('"totalDocsExamined":0')
    expect(Number(/"totalKeysExamined":(\d+)/.exec(plan)?.[1])).toBeLessThan(50 * 3 + 5)
  }
})
