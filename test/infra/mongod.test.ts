import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectMongo, disconnectMongo, isMongoReady } from '../../infra/mongo.ts'
import { silentProgress } from '../../infra/progress.ts'
import { ensureMongod, type Mongod, startMongod } from '../../infra/servers/mongod.ts'

let dataDir: string
let mongod: Mongod

async function start(port?: number): Promise<void> {
  mongod = await startMongod({ dataDir, port, cacheGb: 0.25, binary: await ensureMongod(silentProgress) })
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lontar-mongod-'))
  await start()
})

afterAll(async () => {
  await disconnectMongo()
  await mongod.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('the data folder carries the version', async () => {
  expect(await readdir(dataDir)).toContain(`mongod-${mongod.version}`)
})

test('what was written stays after a restart on another port', async () => {
  const connection = await connectMongo(mongod.uri, { dbName: 'kept' })
  await connection.collection('notes').insertOne({ text: 'still here' })
  await disconnectMongo()
  const before = mongod.port
  await mongod.stop()
  await start()
  expect(mongod.port).not.toBe(before)
  const again = await connectMongo(mongod.uri, { dbName: 'kept' })
  expect(await again.collection('notes').findOne()).toMatchObject({ text: 'still here' })
})

test('while mongod is away calls fail within seconds, and afterwards they work by themselves', async () => {
  expect(await isMongoReady()).toBe(true)
  process.kill(mongod.pid, 'SIGKILL')
  expect(await mongod.exited).toMatchObject({ signal: 'SIGKILL', expected: false })
  await vi.waitUntil(async () => !(await isMongoReady()), { timeout: 10_000 })
  const started = Date.now()
  const notes = mongoose.connection.collection('notes')
  await expect(notes.findOne()).rejects.toThrow(/Server selection timed out|connection|ECONNREFUSED|pool/)
  expect(Date.now() - started).toBeLessThan(7_000)
  await start(mongod.port)
  await vi.waitUntil(isMongoReady, { timeout: 10_000 })
  expect(await notes.findOne()).toMatchObject({ text: 'still here' })
})

test('a data folder in use is refused with mongod’s own words', async () => {
  const binary = await ensureMongod(silentProgress)
  await expect(startMongod({ dataDir, binary })).rejects.toThrow(/mongod ended.*(lock|DBPathInUse)/s)
})
