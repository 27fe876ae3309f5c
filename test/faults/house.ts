import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { lazyAuth } from '../../api/auth/auth.ts'
import { demoPassword, ensureDemoPeople } from '../../api/demo/seed-people.ts'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import { enrolSigners } from '../../engine/enrol-signers.ts'
import { projectRoot, readEnv } from '../../infra/env.ts'
import { startNodeProcess } from '../../infra/local/node-process.ts'
import { createLogger } from '../../infra/logger.ts'
import { openMailStore } from '../../infra/mail-sink/mail-store.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { startMongod } from '../../infra/servers/mongod.ts'
import { freePort } from '../../infra/servers/ports.ts'
import { startTemporal } from '../../infra/servers/temporal-server.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { migrate } from '../../migrations/index.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { inRegency } from '../../models/tenancy.ts'
import { newClient } from './client.ts'
import { newPart, startAll } from './part.ts'

export const regency = 'banyuwangi'
const usualPack = join(projectRoot, 'packs', regency)

/** Another pack, and more of the environment. */
export type HouseOptions = { pack?: string; more?: Record<string, string> }

export type House = Awaited<ReturnType<typeof openHouse>>

/**
 * The product as an operator runs it: mongod, Temporal, mail, worker and API, each a process of its own, servers with their
 * data on disk, the Banyuwangi pack loaded and its demo people able to sign in and to sign. This process reads beside them.
 */
export async function openHouse({ pack = usualPack, more = {} }: HouseOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-faults-'))
  const [mongoPort, temporalPort, apiPort, smtpPort, mailPort] = await freePorts(5)
  const mailFolder = join(folder, 'mail')
  mkdirSync(mailFolder)
  const variables: Record<string, string> = {
    NODE_ENV: 'test',
    PORT: String(apiPort),
    MONGODB_URI: `mongodb://127.0.0.1:${mongoPort}/lontar?replicaSet=lontar`,
    TEMPORAL_ADDRESS: `127.0.0.1:${temporalPort}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    LONTAR_HOME: folder,
    REGENCY: regency,
    DEMO: 'true',
    RATE_LIMITS: 'false',
    AUTH_SECRET: 'a secret for tests only, 0123456789',
    SEAL_PASSPHRASE: 'segel-untuk-pengujian',
    LOG_LEVEL: 'warn',
    MAIL_FOLDER: mailFolder,
    MAIL_SMTP_PORT: String(smtpPort),
    MAIL_HTTP_PORT: String(mailPort),
    ...more,
  }
  const env = readEnv(variables)
  const mongod = newPart('mongod', () => startMongod({ dataDir: folder, port: mongoPort, cacheGb: 0.25 }))
  const temporal = newPart('temporal', () =>
    startTemporal({ dbFile: join(folder, 'temporal.db'), port: temporalPort, uiPort: null, timeSkipping: true }),
  )
  const [mail, worker, api] = (['mail-sink', 'worker', 'api'] as const).map((name) =>
    newPart(name, () => startNodeProcess(name, variables, folder)),
  )
  if (!mail || !worker || !api) throw new Error('a part is missing')
  const url = `http://127.0.0.1:${apiPort}`
  const client = newClient(url)

  await startAll(mongod, temporal, mail)
  await connectMongo(env.MONGODB_URI)
  await migrate()
  await loadPack(pack)
  const { people } = await readPack(pack)
  await inRegency(regency, async () => {
    await ensureDemoPeople(lazyAuth(env, createLogger('faults', 'silent'))(), people)
    await enrolSigners(env, regency, demoPassword)
  })
  const beside = connectTemporal(env)
  await startAll(worker, api)

  return {
    folder,
    url,
    mongod,
    temporal,
    mail,
    worker,
    api,
    client,
    workflows: beside.client,
    inside: <Result>(work: () => Promise<Result>) => inRegency(regency, work),
    /** Messages that left the house, as the sink took them in. */
    mailStore: openMailStore(mailFolder),

    /** Until the API says that it can serve. */
    async untilReady(withinMs = 60_000): Promise<void> {
      await vi.waitFor(async () => expect((await fetch(`${url}/api/ready`)).status).toBe(200), {
        timeout: withinMs,
        interval: 100,
      })
    },

    async close(): Promise<void> {
      for (const part of [api, worker, mail, temporal, mongod]) {
        if (part.isRunning) part.signal('SIGCONT')
      }
      await Promise.all([beside.close(), disconnectMongo()])
      await Promise.all([api, worker].map((part) => part.stop()))
      await Promise.all([mail, temporal, mongod].map((part) => part.stop()))
      if (!process.env.KEEP_FAULTS) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePorts(count: 5): Promise<[number, number, number, number, number]> {
  const ports = new Set<number>()
  while (ports.size < count) ports.add(await freePort())
  return [...ports] as [number, number, number, number, number]
}
