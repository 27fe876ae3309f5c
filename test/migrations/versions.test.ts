import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { inForceOn } from '../../models/catalogue/in-force.ts'
import { inRegency } from '../../models/tenancy.ts'
import { profiled } from '../models/profiled.ts'

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

  const service = { code: 'sktm', current: 2 }
  const on = (day: string) => inRegency('banyuwangi', () => inForceOn(day, [service]))
  expect(await on('2026-12-31')).toEqual(new Map([['sktm', 1]]))
  expect(await on('2027-01-01')).toEqual(new Map([['sktm', 2]]))
})

test('what holds today is told from the index of versions still to come; no version is read for it', async () => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const version = (code: string, number: number, effectiveFrom: string | null) => ({
    ...{ regency: 'banyuwangi', code, version: number, digest: 'd', effectiveFrom },
  })
  const versions = db.collection('serviceVersions')
  const before = Array.from({ length: 40 }, (_, at) => version('ak-1', at + 1, at % 2 ? '2026-01-01' : null))
  await versions.insertMany([
    ...before,
    version('ak-1', 41, '2027-03-01'),
    version('ak-1', 42, '2027-02-01'),
    version('pbg', 1, '2027-02-01'),
  ])
  await db.collection<{ _id: string }>('migrations').deleteOne({ _id: '2026-11-28-0160-versions-to-come' })
  await versions.dropIndex('to-come')
  await migrate()
  const services = [
    { code: 'ak-1', current: 42 },
    { code: 'pbg', current: 1 },
  ]
  const on = (day: string) => inRegency('banyuwangi', () => inForceOn(day, services))
  const asked = await profiled('serviceVersions', () => on('2026-11-28'))
  expect(asked).toEqual([{ what: 'query', docsExamined: 0, keysExamined: 4, inTransaction: false }])
  expect(await on('2026-11-28')).toEqual(new Map([['ak-1', 40]]))
  expect(await on('2027-02-01')).toEqual(
    new Map([
      ['ak-1', 42],
      ['pbg', 1],
    ]),
  )
})
