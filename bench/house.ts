import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNodeProcess } from '../infra/local/node-process.ts'
import { runScript } from '../infra/local/run-script.ts'
import { startMongod } from '../infra/servers/mongod.ts'
import { freePort } from '../infra/servers/ports.ts'
import type { ServerProcess } from '../infra/servers/server-process.ts'
import { startTemporal } from '../infra/servers/temporal-server.ts'
import { benchPack } from './pack.ts'

export type BenchHouse = {
  url: string
  mongodbUri: string
  temporalAddress: string
  /** What its processes were started with. */
  env: Record<string, string>
  /** Process ids by name, for CPU time. */
  pids: Record<string, number>
  close(): Promise<void>
}

/**
 * Servers of its own, worker and API as processes of their own, as in production. Temporal keeps what it is told in a file, as
 * in `npm start`; `inMemory` it would lose it with its process, as no office can.
 */
export async function openBenchHouse({ inMemory = false } = {}): Promise<BenchHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-bench-data-'))
  const mongod = await startMongod({ dataDir: folder, cacheGb: 2 })
  const temporal = await startTemporal({
    dbFile: inMemory ? null : join(folder, 'temporal.db'),
    uiPort: null,
    timeSkipping: false,
    logFile: join(folder, 'temporal.log'),
  })
  const port = await freePort()
  const mailPort = await freePort()
  const env: Record<string, string> = {
    MONGODB_URI: mongod.uri,
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FOLDER: join(folder, 'mail'),
    MAIL_SMTP_PORT: String(mailPort),
    MAIL_HTTP_PORT: String(await freePort()),
    AUTH_SECRET: 'only-for-a-benchmark-on-this-machine-0123456789',
    SEAL_PASSPHRASE: 'only-for-a-benchmark',
    REGENCY: 'banyuwangi',
    DEMO: 'true',
    RATE_LIMITS: 'false',
    LOG_LEVEL: 'error',
    PORT: String(port),
    LONTAR_HOME: folder,
  }
  await runScript('migrate', [], env)
  await runScript('pack', ['load', await benchPack()], env)
  await runScript('demo-people', [], env)
  const mail = await startNodeProcess('mail-sink', env, folder)
  const worker = await startNodeProcess('worker', env, folder)
  const api = await startNodeProcess('api', env, folder)
  const all: ServerProcess[] = [api, worker, mail, temporal, mongod]
  return {
    url: `http://127.0.0.1:${port}`,
    mongodbUri: mongod.uri,
    temporalAddress: temporal.address,
    env,
    pids: { api: api.pid, worker: worker.pid, temporal: temporal.pid, mongod: mongod.pid },
    async close() {
      for (const part of all) await part.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
