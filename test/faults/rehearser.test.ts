import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { usualBehaviour } from '../../domain/rehearsal.ts'
import { startNodeProcess } from '../../infra/local/node-process.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Rehearsal, type RehearsalRecord } from '../../models/rehearsal/rehearsal.ts'
import { inRegency } from '../../models/tenancy.ts'
import { killAll, newPart } from './part.ts'
import { until } from './until.ts'

const dbName = `rehearser-${randomUUID()}`
const uri = inject('mongoUri').replace('/?', `/${dbName}?`)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-faults-'))
  await connectMongo(uri)
  await migrate()
})
afterAll(async () => {
  await disconnectMongo()
  await rm(folder, { recursive: true, force: true })
})

const rehearser = newPart('rehearser', () =>
  startNodeProcess('rehearser', { MONGODB_URI: uri, LOG_LEVEL: 'warn', TMPDIR: folder }, folder),
)
const inside = <Result>(work: () => Promise<Result>) => inRegency('banyuwangi', work)
const read = (_id: string) => inside(() => Rehearsal.findOne({ _id }).orFail().lean<RehearsalRecord>())

/** Processes of this machine whose command line or environment names the folder: the rehearsal and its servers. */
function living(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    try {
      return ['cmdline', 'environ'].some((what) => readFileSync(`/proc/${pid}/${what}`, 'utf8').includes(folder))
    } catch {
      return false
    }
  })
}

async function ask(service: string): Promise<string> {
  const row = { _id: randomUUID(), by: 'katalog', key: randomUUID(), digest: 'x', at: new Date(), service }
  const source = { kind: 'version', version: 1 } as const
  const state = 'waiting' as const
  await inside(() =>
    Rehearsal.insertMany([{ ...row, source, behaviour: usualBehaviour, files: [], state, attempts: 0 }]),
  )
  return row._id
}

const playing = (id: string) =>
  until(
    'it is played, on mongod and Temporal',
    async () => ((await read(id)).playedUntil && living().length >= 4) || null,
    120_000,
  )

test('the rehearser is killed twice while it plays: its servers go with it, and no row stays running', async () => {
  await rehearser.start()
  const id = await ask('sip-bidan')
  await playing(id)
  await killAll(rehearser)
  await until('nothing of it lives on', async () => (living().length === 0 ? 'gone' : null), 30_000)
  expect(await read(id)).toMatchObject({ state: 'running', attempts: 1 })

  await rehearser.start()
  await until('it is taken up again', async () => ((await read(id)).attempts === 2 ? 'taken' : null), 60_000)
  const next = await ask('ak-1')
  await killAll(rehearser)
  await rehearser.start()
  const given = await until(
    'it is given up',
    async () => ((await read(id)).state === 'failed' ? read(id) : null),
    60_000,
  )
  expect(given.failure?.code).toBe('rehearser-died')
  const told = await until('the next is played', async () => ((await read(next)).endedAt ? read(next) : null), 180_000)
  expect(told).toMatchObject({ state: 'told', story: { id: { outcome: 'approved' } } })
  expect(await inside(() => Rehearsal.countDocuments({ state: 'running' }))).toBe(0)
  await rehearser.stop()
  await until('nothing is left', async () => (living().length === 0 ? 'gone' : null), 30_000)
})
