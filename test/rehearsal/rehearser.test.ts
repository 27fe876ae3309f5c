import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { usualBehaviour } from '../../domain/rehearsal.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Rehearsal, type RehearsalRecord } from '../../models/rehearsal/rehearsal.ts'
import { inRegency } from '../../models/tenancy.ts'
import { childEnvironment } from '../../rehearsal/rehearser/child.ts'
import { startRehearser } from '../../rehearsal/rehearser/rehearser.ts'

const log = createLogger('test', 'silent')
/** A rehearsal stands behind everything else on the machine. */
const limitMs = 240_000
const patience = { timeout: limitMs + 10_000, interval: 200 }
vi.setConfig({ testTimeout: limitMs + 20_000 })

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `rehearser-${randomUUID()}` })
  await migrate()
})
afterAll(() => disconnectMongo())
beforeEach(() => inside(() => Rehearsal.deleteMany({})))

const inside = <Result>(work: () => Promise<Result>) => inRegency('banyuwangi', work)
const read = (_id: string) => inside(() => Rehearsal.findOne({ _id }).orFail().lean<RehearsalRecord>())

async function ask(more: Partial<RehearsalRecord> = {}): Promise<string> {
  const _id = randomUUID()
  const row = { _id, by: 'katalog', key: randomUUID(), digest: 'x', at: new Date(), service: 'ak-1', attempts: 0 }
  const source = { kind: 'version', version: 1 } as const
  const asked = { ...row, source, behaviour: usualBehaviour, files: [], state: 'waiting' as const, ...more }
  await inside(() => Rehearsal.insertMany([asked]))
  return _id
}

async function played(id: string, limitMs: number): Promise<RehearsalRecord> {
  const rehearser = await startRehearser({ log, limitMs })
  try {
    await vi.waitFor(async () => expect((await read(id)).endedAt).not.toBeNull(), patience)
    return await read(id)
  } finally {
    await rehearser.stop()
  }
}

describe('who plays rehearsals', () => {
  test('plays one on servers of its own and keeps its story in both languages', async () => {
    const id = await ask({ day: '2027-04-05' })
    const { failure, story, files, endedAt, lease, playedUntil } = await played(id, limitMs)
    expect(failure).toBeNull()
    expect(story?.id).toMatchObject({ outcome: 'approved', filedAt: '2027-04-05T00:30:00.000Z' })
    expect(story?.id.lines[0]).toMatchObject({ text: 'Permohonan diterima.', by: 'citizen' })
    expect(story?.en.lines[0]).toMatchObject({ text: 'The application was received.' })
    expect(story?.en.signed).toHaveLength(1)
    expect({ files, lease }).toEqual({ files: [], lease: null })
    expect(endedAt).toBeInstanceOf(Date)
    expect(playedUntil === null || playedUntil > new Date('2027-04-05')).toBe(true)
  })

  test('ends one that takes too long, and says so', async () => {
    const id = await ask()
    const { failure } = await played(id, 300)
    expect(failure).toMatchObject({ code: 'time-limit', message: { id: expect.stringContaining('belum selesai') } })
  })

  test('tells why one cannot be played, in both languages', async () => {
    const id = await ask({ service: 'tiada' })
    const { failure } = await played(id, limitMs)
    expect(failure).toMatchObject({
      code: 'refused',
      message: { en: expect.stringContaining('There is no service tiada') },
    })
    const broken = await ask({ files: [{ path: 'services/ak-1.json', text: '{"code": "ak-1"}' }] })
    expect((await played(broken, limitMs)).failure?.message.id).toContain('services/ak-1.json')
  })

  test('gives back what it had in hand when it is told to end', async () => {
    const id = await ask()
    const rehearser = await startRehearser({ log, limitMs })
    await vi.waitFor(async () => expect((await read(id)).state).toBe('running'), patience)
    await rehearser.stop()
    expect(await read(id)).toMatchObject({ state: 'waiting', attempts: 0, lease: null })
  })

  test('tells the rehearsal nothing of the house it is started in', () => {
    vi.stubEnv('AUTH_SECRET', 'rahasia')
    vi.stubEnv('MONGODB_URI', 'mongodb://rumah')
    vi.stubEnv('SEAL_PASSPHRASE', 'segel')
    const given = JSON.stringify(childEnvironment('/tmp/gladi'))
    vi.unstubAllEnvs()
    expect(given).toContain('/tmp/gladi')
    expect(given).not.toMatch(/rahasia|rumah|segel/)
  })
})
