import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { standingAt } from '../../domain/register/standing.ts'
import { awaitedEntry, type EntryState, standings } from '../../domain/register/state.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { standingQuery } from '../../models/register/standing-query.ts'
import { inRegency } from '../../models/tenancy.ts'

const now = Date.UTC(2030, 5, 1)
const dayMs = 86_400_000

beforeAll(() => connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` }))
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

const day = fc.integer({ min: -3, max: 3 }).map((days) => now + days * dayMs)
const past = fc.integer({ min: -3, max: 0 }).map((days) => now + days * dayMs)
const facts = fc.record({
  validUntil: fc.option(day),
  revokedAt: fc.option(past, { freq: 2 }),
  superseded: fc.option(
    past.map((at) => ({ by: 'other', at })),
    { freq: 2 },
  ),
  running: fc.option(fc.record({ from: past, until: fc.option(day, { freq: 2 }) }), { freq: 2 }),
})

test('the list asks MongoDB for exactly what standingAt says of each', async () => {
  const rows = fc.sample(facts, { numRuns: 300, seed: 20301 }).map(({ running, ...said }, index) => {
    const suspensions = running ? [{ actId: 'a', ...running, endedAt: null }] : []
    const state: EntryState = { ...awaitedEntry('d', now - 900 * dayMs, said.validUntil), ...said, suspensions }
    const date = (at: number | null) => (at === null ? null : new Date(at))
    return {
      entry: `E-${index}:izin`,
      register: 'izin',
      application: 'a',
      document: 'd',
      number: `${index}`,
      service: 's',
      serviceVersion: 1,
      agency: 'x',
      agencies: ['x'],
      holder: { name: 'n', nik: '1', account: null },
      fields: {},
      validFrom: new Date(state.validFrom),
      validUntil: date(state.validUntil),
      state,
      revokedAt: date(state.revokedAt),
      supersededAt: date(state.superseded?.at ?? null),
      suspension: running ? { from: new Date(running.from), until: date(running.until) } : null,
    }
  })
  await inRegency('contoh', async () => {
    await RegisterEntry.insertMany(rows)
    for (const standing of standings) {
      const found = await RegisterEntry.find(standingQuery(standing, new Date(now))).lean()
      const expected = rows.filter(({ state }) => standingAt(state, now).standing === standing)
      expect(expected.length).toBeGreaterThan(5)
      expect(found.map(({ entry }) => entry).sort()).toEqual(expected.map(({ entry }) => entry).sort())
    }
  })
})
