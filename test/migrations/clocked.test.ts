import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

const name = '2026-11-28-0080-clocked'
const raw = (collection: string) => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection<{ _id: string }>(collection)
}

test('cases of the release before say what their clocks were counted with; running it again changes nothing', async () => {
  const clock = (calendar: string, calendarVersion: number | null, stoppedAt: number | null = null) => ({
    rule: { calendar },
    stoppedAt,
    instants: calendarVersion === null ? null : { calendarVersion },
  })
  const old = async (number: string, clocks: object) => {
    const _id = randomUUID()
    const filedWith = { by: 'warga', key: number, digest: 'd' }
    await raw('applications').insertOne({ _id, regency: 'banyuwangi', number, filedWith, state: { clocks } } as never)
    return _id
  }
  const open = await old('BWI-1', {
    term: clock('banyuwangi', 2),
    task: clock('banyuwangi', 2),
    desa: clock('desa', 1),
    done: clock('desa', 3, 5),
    bare: clock('desa', null),
  })
  const empty = await old('BWI-2', {})
  await raw('migrations').deleteOne({ _id: name })
  const clocked = async (_id: string) =>
    ((await raw('applications').findOne({ _id })) as { clocked?: unknown } | null)?.clocked
  for (let round = 0; round < 2; round += 1) {
    await migrate()
    expect(await clocked(open)).toEqual([
      { calendar: 'banyuwangi', version: 2 },
      { calendar: 'desa', version: 1 },
    ])
    expect(await clocked(empty)).toEqual([])
    await raw('migrations').deleteOne({ _id: name })
  }
})
