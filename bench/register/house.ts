import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNodeProcess } from '../../infra/local/node-process.ts'
import { runScript } from '../../infra/local/run-script.ts'
import { startMongod } from '../../infra/servers/mongod.ts'
import { freePort } from '../../infra/servers/ports.ts'
import type { ServerProcess } from '../../infra/servers/server-process.ts'
import { startTemporal, type TemporalServer } from '../../infra/servers/temporal-server.ts'

export type LicenceHouse = Awaited<ReturnType<typeof openLicenceHouse>>

/** Servers on files, as `npm start` has them, and a worker that can be stopped and started again. */
export async function openLicenceHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-bench-licences-'))
  const dbFile = join(folder, 'temporal.db')
  const mongod = await startMongod({ dataDir: folder, cacheGb: 1 })
  const port = await freePort()
  const openTemporal = () =>
    startTemporal({ dbFile, port, uiPort: null, timeSkipping: false, logFile: join(folder, 'temporal.log') })
  const env: Record<string, string> = {
    MONGODB_URI: mongod.uri,
    TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
    AUTH_SECRET: 'only-for-a-benchmark-on-this-machine-0123456789',
    SEAL_PASSPHRASE: 'only-for-a-benchmark',
    REGENCY: 'banyuwangi',
    LOG_LEVEL: 'error',
    LONTAR_HOME: folder,
  }
  let temporal: TemporalServer = await openTemporal()
  let worker: ServerProcess | null = null
  await runScript('migrate', [], env)
  await runScript('pack', ['load', 'packs/banyuwangi'], env)
  return {
    dbFile,
    mongodbUri: mongod.uri,
    temporalAddress: temporal.address,
    pids: () => ({ temporal: temporal.pid, mongod: mongod.pid, ...(worker && { worker: worker.pid }) }),
    async startWorker() {
      worker = await startNodeProcess('worker', env, folder)
    },
    async stopWorker() {
      await worker?.stop()
      worker = null
    },
    async restartTemporal() {
      await temporal.stop()
      temporal = await openTemporal()
    },
    async close() {
      for (const part of [worker, temporal, mongod]) await part?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
