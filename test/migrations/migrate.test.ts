import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose, { type Connection } from 'mongoose'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { migrate } from '../../migrations/index.ts'

let connection: Connection
let folder: string

beforeEach(async () => {
  connection = await mongoose
    .createConnection(inject('mongoUri'), { dbName: `migrate-${crypto.randomUUID().slice(0, 8)}` })
    .asPromise()
  folder = await mkdtemp(join(tmpdir(), 'lontar-migrate-'))
})
afterEach(async () => {
  await connection.dropDatabase()
  await connection.close()
  await rm(folder, { recursive: true })
})

const db = () => {
  if (!connection.db) throw new Error('not connected')
  return connection.db
}
const write = (name: string, body: string) =>
  writeFile(join(folder, `${name}.ts`), `export async function up(db: import('mongodb').Db) { ${body} }`)
const step = (n: number) => `await db.collection('steps').insertOne({ n: ${n}, at: new Date() })`
const steps = async () => (await db().collection('steps').find().sort({ _id: 1 }).toArray()).map((one) => one.n)

describe('migrate()', () => {
  it('runs dated files in order of their names, once', async () => {
    await write('2026-11-23-0001-third', step(3))
    await write('2026-11-22-0002-second', step(2))
    await write('2026-11-22-0001-first', step(1))
    await writeFile(join(folder, 'index.ts'), 'throw new Error("not a migration")')
    const report = await migrate(db(), folder)
    expect(report.applied).toEqual(['2026-11-22-0001-first', '2026-11-22-0002-second', '2026-11-23-0001-third'])
    expect(await steps()).toEqual([1, 2, 3])
    expect(await migrate(db(), folder)).toEqual({ applied: [], present: report.applied, unknown: [] })
    expect(await steps()).toEqual([1, 2, 3])
  })

  it('lets processes that start together run each file once', async () => {
    for (const n of [1, 2, 3]) await write(`2026-11-22-000${n}-step`, step(n))
    const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(db(), folder)))
    expect(await steps()).toEqual([1, 2, 3])
    expect(reports.flatMap((report) => report.applied)).toHaveLength(3)
    expect(
      await db()
        .collection('migrations')
        .countDocuments({ holder: { $exists: true } }),
    ).toBe(0)
  })

  it('stops at a file that fails, names it, gives the lock back and goes on later', async () => {
    await write('2026-11-22-0001-good', step(1))
    await write('2026-11-22-0002-bad', 'throw new Error("no such thing")')
    await expect(migrate(db(), folder)).rejects.toThrow('Migration 2026-11-22-0002-bad failed')
    await write('2026-11-22-0003-later', step(3))
    await rm(join(folder, '2026-11-22-0002-bad.ts'))
    expect((await migrate(db(), folder)).applied).toEqual(['2026-11-22-0003-later'])
  })

  it('takes over from a process that died, and names what only a newer version knows', async () => {
    const locks = db().collection<{ _id: string; holder?: string; until?: Date; at?: Date }>('migrations')
    await locks.insertOne({ _id: 'lock', holder: 'dead', until: new Date(Date.now() - 1) })
    await locks.insertOne({ _id: '2027-01-01-0001-newer', at: new Date() })
    await write('2026-11-22-0001-first', step(1))
    expect(await migrate(db(), folder)).toEqual({
      applied: ['2026-11-22-0001-first'],
      present: [],
      unknown: ['2027-01-01-0001-newer'],
    })
  })
})
