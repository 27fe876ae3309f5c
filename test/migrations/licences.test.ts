import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { standingAt } from '../../domain/register/standing.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { inRegency } from '../../models/tenancy.ts'

const name = '2026-11-28-0010-licences-live-on'
const validUntil = new Date('2031-11-27T16:59:59.999Z')

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

const raw = (collection: string) => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection<{ _id: string }>(collection)
}

/** As the release before wrote them: no state, no number, nothing of the case's place. */
async function oldEntry(number: string, more: object = {}): Promise<string> {
  const [application, document, entry] = [randomUUID(), randomUUID(), `${number}:sip-bidan`]
  const tenant = { regency: 'banyuwangi' }
  const place = { agencies: ['dpmptsp', 'dinkes'], village: null, servicePoint: 'mpp', serviceVersion: 1, shift: 0 }
  const filedWith = { by: 'warga', key: number, digest: 'd' }
  await raw('applications').insertOne({ _id: application, ...tenant, number, filedWith, ...place } as never)
  await raw('documents').insertOne({
    _id: document,
    ...tenant,
    key: document,
    application,
    number: `503/${number}`,
    agency: 'dpmptsp',
  } as never)
  const holder = { name: 'Sri', nik: '3510135408910001', account: 'warga' }
  const row = {
    ...tenant,
    entry,
    register: 'sip-bidan',
    application,
    document,
    service: 'sip-bidan',
    holder,
    fields: {},
  }
  await raw('registerEntries').insertOne({ ...row, validFrom: new Date('2026-11-28'), validUntil, ...more } as never)
  return entry
}

test('entries of the release before get their place, their number and an untold state; running it again changes nothing', async () => {
  const entry = await oldEntry('BWI-2026-000001')
  const endless = await oldEntry('BWI-2026-000002', { validUntil: null })
  await raw('migrations').deleteOne({ _id: name })
  expect((await migrate()).applied).toEqual([name])

  const row = await inRegency('banyuwangi', () => RegisterEntry.findOne({ entry }).orFail().lean())
  expect(row).toMatchObject({
    number: '503/BWI-2026-000001',
    agency: 'dpmptsp',
    agencies: ['dpmptsp', 'dinkes'],
    servicePoint: 'mpp',
    serviceVersion: 1,
    startedAt: null,
    state: {
      seq: 0,
      validFrom: Date.parse('2026-11-28'),
      validUntil: validUntil.getTime(),
      heard: [],
      superseded: null,
    },
  })
  expect(standingAt(row.state, validUntil.getTime()).standing).toBe('valid')
  expect(standingAt(row.state, validUntil.getTime() + 1).standing).toBe('expired')
  const other = await inRegency('banyuwangi', () => RegisterEntry.findOne({ entry: endless }).orFail().lean())
  expect(other.state.validUntil).toBeNull()

  await inRegency('banyuwangi', () => RegisterEntry.updateOne({ entry }, { $set: { 'state.seq': 3 } }))
  await raw('migrations').deleteOne({ _id: name })
  await migrate()
  expect(await inRegency('banyuwangi', () => RegisterEntry.findOne({ entry }).orFail().lean())).toMatchObject({
    state: { seq: 3 },
  })
  const indexes = (await raw('messages').indexes()).map((index) => index.name)
  expect(indexes).toContain('once-each')
  expect(indexes).not.toContain('once')
})
