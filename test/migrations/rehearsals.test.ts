import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { up } from '../../migrations/2026-11-28-0180-rehearsals.ts'

let connection: Connection

beforeAll(async () => {
  const dbName = `rehearsals-${crypto.randomUUID().slice(0, 8)}`
  connection = await mongoose.createConnection(inject('mongoUri'), { dbName }).asPromise()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

test('one rehearsal of a regency is played at a time, and a key asks for one', async () => {
  const { db } = connection
  if (!db) throw new Error('not connected')
  await up(db)
  await up(db)
  const rehearsals = db.collection<{ regency: string; by: string; key: string; state: string }>('rehearsals')
  const row = (regency: string, key: string, state: string) => ({ regency, by: 'katalog', key, state })
  await rehearsals.insertMany([
    row('satu', 'a', 'running'),
    row('satu', 'b', 'waiting'),
    row('satu', 'c', 'told'),
    row('satu', 'd', 'told'),
    row('dua', 'a', 'running'),
  ])
  await expect(rehearsals.updateOne({ key: 'b' }, { $set: { state: 'running' } })).rejects.toThrow('one-at-a-time')
  await expect(rehearsals.insertOne(row('satu', 'a', 'waiting'))).rejects.toThrow('rehearsal-once')
})
