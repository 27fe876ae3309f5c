import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Task } from '../../models/case/task.ts'
import { inRegency } from '../../models/tenancy.ts'

const name = '2026-11-28-0090-absence'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

test('tasks of the release before came to nobody by themselves, and nobody elsewhere watches them; run again it changes nothing', async () => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const old = { regency: 'banyuwangi', task: 'BWI-1:verifikasi', status: 'open', assignee: 'vera' }
  const moved = { ...old, task: 'BWI-2:verifikasi', handOver: { from: 'budi', reason: 'left', at: 1, offered: false } }
  await db.collection('tasks').insertMany([{ ...old }, { ...moved, watchers: ['supervisor@inspektorat'] }])
  for (const _ of [1, 2]) {
    await db.collection<{ _id: string }>('migrations').deleteOne({ _id: name })
    expect((await migrate()).applied).toEqual([name])
  }
  const rows = await inRegency('banyuwangi', () => Task.find().sort({ task: 1 }).lean())
  expect(rows).toMatchObject([
    { task: 'BWI-1:verifikasi', assignee: 'vera', handOver: null, watchers: [] },
    { task: 'BWI-2:verifikasi', handOver: moved.handOver, watchers: ['supervisor@inspektorat'] },
  ])
})
