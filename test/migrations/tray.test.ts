import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { up as caseIndexes } from '../../migrations/2026-11-22-0010-case-indexes.ts'
import { up } from '../../migrations/2026-11-28-0070-signing-tray.ts'

let connection: Connection

beforeAll(async () => {
  const dbName = `tray-${crypto.randomUUID().slice(0, 8)}`
  connection = await mongoose.createConnection(inject('mongoUri'), { dbName }).asPromise()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

test('the tray is read by an index of its own, also over tasks that were there before', async () => {
  const { db } = connection
  if (!db) throw new Error('not connected')
  await caseIndexes(db)
  const tasks = db.collection('tasks')
  await tasks.insertMany(
    Array.from({ length: 300 }, (_, index) => ({
      regency: 'contoh',
      task: `C-${index}:langkah`,
      application: `${index}`,
      agency: 'dpmptsp',
      village: null,
      roles: ['signer'],
      kind: index % 100 === 0 ? 'sign' : 'review',
      status: 'open',
      assignee: null,
      dueAt: new Date(index),
    })),
  )
  await up(db)
  await up(db)
  const desk = { roles: 'signer', agency: 'dpmptsp', assignee: { $in: [null, 'kadis'] } }
  const found = tasks
    .find({ regency: 'contoh', $and: [{ $or: [desk] }, { kind: 'sign', status: 'open' }] })
    .sort({ dueAt: 1, _id: 1 })
    .limit(200)
  const plan = JSON.stringify(await found.explain('executionStats'))
  expect(plan).toContain('"indexName":"tray"')
  const { executionStats } = JSON.parse(plan) as { executionStats: { nReturned: number; totalDocsExamined: number } }
  expect(executionStats).toMatchObject({ nReturned: 3, totalDocsExamined: 3 })
})
