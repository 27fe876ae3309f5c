import { randomInt, randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { inject } from 'vitest'
import type { CaseDeps } from '../../activities/deps.ts'
import { agenciesOf } from '../../api/applications/agencies.ts'
import { newTrackingCode } from '../../api/case/tracking-code.ts'
import type { Engine } from '../../engine/start-case.ts'
import { createCaseWorker } from '../../engine/worker.ts'
import type { ImportHouse } from '../../importer/house.ts'
import { publishedWorld } from '../../importer/open-house.ts'
import { planImport } from '../../importer/plan.ts'
import { readRows } from '../../importer/rows/read-rows.ts'
import type { ImportRowInput } from '../../importer/rows/row.ts'
import { takeOver } from '../../importer/take-over.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { outsideSystems } from '../../integrations/outside/systems.ts'
import { migrate } from '../../migrations/index.ts'
import { nextApplicationSequences } from '../../models/case/application-counter.ts'
import { flowOf, publishedCatalogue } from '../../models/catalogue/catalogue.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { readFile } from '../../models/file.ts'
import { inRegency } from '../../models/tenancy.ts'
import { localAuthority } from '../setup/local-authority.ts'

export type House = Awaited<ReturnType<typeof openImportHouse>>

/** Banyuwangi's pack, published to a database of the test's own; people are accounts by the first part of their e-mail. */
export async function openImportHouse() {
  Runtime.install({ logger: new DefaultLogger('WARN') })
  const regency = 'banyuwangi'
  const taskQueue = `test-${randomUUID()}`
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
  await loadPack('packs/banyuwangi')
  const temporal = connectTemporal({ TEMPORAL_ADDRESS: inject('temporalAddress'), TEMPORAL_NAMESPACE: 'default' })
  const connection = await NativeConnection.connect({ address: inject('temporalAddress') })
  const deps: CaseDeps = {
    catalogue: await publishedCatalogue(),
    officer: async (id) => ({ id, name: `Petugas ${id}`, position: 'Kepala Dinas', nip: null, nik: null, rank: null }),
    file: async (id) => {
      const found = await readFile(id)
      return found && { type: found.record.type, bytes: await buffer(found.bytes) }
    },
    signing: localAuthority(),
    outside: outsideSystems({}),
    publicUrl: 'http://127.0.0.1:3000',
    log: createLogger('test', process.env.LOG_LEVEL ?? 'silent'),
  }
  const engine: Engine = { client: temporal.client, taskQueue, flow: flowOf }
  const accounts = async (emails: string[]) =>
    new Map(emails.filter((email) => email.endsWith('@demo.test')).map((email) => [email, email.split('@')[0] ?? '']))
  const house: ImportHouse = {
    regency,
    deps,
    engine,
    source: { ...publishedWorld, accounts },
    accepting: { agencies: agenciesOf, trackingCode: newTrackingCode },
  }
  const dir = await mkdtemp(join(tmpdir(), 'lontar-import-'))
  await copyFile('packs/banyuwangi/demo/berkas/pasfoto-perempuan.jpg', join(dir, 'foto.jpg'))
  const inside = <Result>(work: () => Promise<Result>) => inRegency(regency, work)
  let worker: { stop(): Promise<void> } | undefined

  // Test files share the Temporal server: their cases must not share numbers.
  const year = new Date().getFullYear()
  for (const series of [`applications|${year}`, `applications|${year - 1}`])
    await inside(() => nextApplicationSequences(series, randomInt(900_000)))

  const plan = (path: string, now?: number) =>
    inside(async () => planImport(house, await readRows(path), { dir, ...(now ? { now } : {}) }))

  return {
    regency,
    engine,
    house,
    dir,
    inside,
    plan,

    async write(name: string, rows: ImportRowInput[]): Promise<string> {
      const path = join(dir, name)
      await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'))
      return path
    },

    async run(path: string, now?: number) {
      const planned = await plan(path, now)
      const outcome = await inside(() => takeOver(house, planned, { dir, at: new Date(now ?? Date.now()) }))
      return { plan: planned, outcome }
    },

    async startWorker(): Promise<void> {
      const made = await createCaseWorker(deps, {
        connection,
        namespace: 'default',
        taskQueue,
        bundle: inject('workflowBundle'),
      })
      const running = made.run()
      worker = {
        stop: () => {
          made.shutdown()
          return running
        },
      }
    },

    async close(): Promise<void> {
      await worker?.stop()
      await temporal.close()
      await connection.close()
      await disconnectMongo()
      await rm(dir, { recursive: true })
    },
  }
}
