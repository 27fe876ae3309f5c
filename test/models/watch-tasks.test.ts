import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { createLogger } from '../../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Task } from '../../models/case/task.ts'
import { watchTasks } from '../../models/case/watch-tasks.ts'
import { inRegency } from '../../models/tenancy.ts'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `watch-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

const row = (task: string) => ({
  task,
  application: 'a',
  number: 'n',
  service: 's',
  serviceVersion: 1,
  track: 'main' as const,
  step: 's',
  kind: 'review' as const,
  role: 'verifier' as const,
  roles: ['verifier' as const],
  agency: 'dpmptsp',
  applicantName: 'Siti',
  decisions: ['approve' as const],
  status: 'open' as const,
  openedAt: new Date(),
})
const insert = (task: string) => inRegency('contoh', () => Task.insertMany([row(task)]))

test('the stream tells each change with the row before and after, and goes on after its cursor was killed', async () => {
  const told: { task: string | undefined; before: string | undefined; after: string | undefined }[] = []
  let gaps = 0
  const watch = await watchTasks(
    {
      onChange: ({ before, after }) =>
        told.push({ task: (after ?? before)?.task, before: before?.status, after: after?.status }),
      onGap: () => {
        gaps += 1
      },
    },
    createLogger('test', 'silent'),
    20,
  )
  await insert('t-1')
  await inRegency('contoh', () => Task.updateOne({ task: 't-1' }, { $set: { status: 'decided' } }))
  await vi.waitFor(() => expect(told).toHaveLength(2))
  expect(told).toEqual([
    { task: 't-1', before: undefined, after: 'open' },
    { task: 't-1', before: 'open', after: 'decided' },
  ])

  await killChangeStreams()
  await insert('t-2')
  await vi.waitFor(() => expect(told.map(({ task }) => task)).toEqual(['t-1', 't-1', 't-2']), { timeout: 20_000 })
  expect(gaps).toBe(0)
  await watch.stop()
  await insert('t-3')
  expect(told).toHaveLength(3)
})

/** As a restart or an operator would: the server drops the cursors that wait for changes. */
async function killChangeStreams(): Promise<void> {
  const admin = mongoose.connection.getClient().db('admin')
  const waiting = await admin
    .aggregate([
      { $currentOp: { idleCursors: true, allUsers: true } },
      { $match: { ns: `${mongoose.connection.name}.tasks`, 'cursor.cursorId': { $exists: true } } },
    ])
    .toArray()
  const cursors = waiting.map((operation) => operation.cursor.cursorId)
  expect(cursors.length).toBeGreaterThan(0)
  await mongoose.connection.getClient().db(mongoose.connection.name).command({ killCursors: 'tasks', cursors })
}
