import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { MandateModel } from '../../models/authority/mandate.ts'
import { inRegency } from '../../models/tenancy.ts'

const name = '2026-11-28-0150-stand-ins-at-counters'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

test('a stand-in of the release before stands at the counter of their official; run again it changes nothing', async () => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const here = { regency: 'banyuwangi', role: 'counter', agency: 'disnaker', village: null }
  const seat = { ...here, account: 'loket', from: new Date(0), until: null, servicePoint: 'mpp-sritanjung' }
  const elsewhere = { ...seat, regency: 'jember', servicePoint: 'mpp-jember' }
  await db.collection('memberships').insertMany([{ ...elsewhere }, { ...seat }])
  const old = {
    ...here,
    holder: 'kabid',
    for: 'loket',
    position: 'Petugas Loket',
    from: new Date(0),
    until: new Date(),
  }
  const given = (_id: string, more: object = {}) => ({ ...old, ...more, _id, key: _id, givenBy: 'admin' })
  await db
    .collection<{ _id: string }>('mandates')
    .insertMany([
      given('a'),
      given('b', { for: null }),
      given('c', { servicePoint: 'kept' }),
      given('d', { role: 'signer' }),
    ])
  for (const _ of [1, 2]) {
    await db.collection<{ _id: string }>('migrations').deleteOne({ _id: name })
    expect((await migrate()).applied).toEqual([name])
  }
  const rows = await inRegency('banyuwangi', () => MandateModel.find().sort({ _id: 1 }).lean())
  expect(rows.map(({ servicePoint }) => servicePoint)).toEqual(['mpp-sritanjung', null, 'kept', null])
})
