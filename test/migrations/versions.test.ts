import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { inForceOn } from '../../models/catalogue/in-force.ts'
import { inRegency } from '../../models/tenancy.ts'

const name = '2026-11-28-0120-versions-from-a-day'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

test('versions of the release before hold from their publication; one that names its day keeps it', async () => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const versions = db.collection('serviceVersions')
  const old = { regency: 'banyuwangi', code: 'sktm', version: 1, digest: 'd', publishedAt: new Date('2026-11-28') }
  await versions.insertMany([old, { ...old, version: 2, effectiveFrom: '2027-01-01', note: 'Perbup' }])
  await db.collection<{ _id: string }>('migrations').deleteOne({ _id: name })
  expect((await migrate()).applied).toEqual([name])
  const told = () => versions.find({}, { projection: { _id: 0, version: 1, effectiveFrom: 1, note: 1 } }).toArray()
  const expected = [
    { version: 1, effectiveFrom: null, note: null },
    { version: 2, effectiveFrom: '2027-01-01', note: 'Perbup' },
  ]
  expect(await told()).toEqual(expected)
  await db.collection<{ _id: string }>('migrations').deleteOne({ _id: name })
  await migrate()
  expect(await told()).toEqual(expected)

  const on = (day: string) => inRegency('banyuwangi', () => inForceOn(day, ['sktm', 'tiada']))
  expect(await on('2026-12-31')).toEqual(new Map([['sktm', 1]]))
  expect(await on('2027-01-01')).toEqual(new Map([['sktm', 2]]))
})
