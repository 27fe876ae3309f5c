import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Mongod, startMongod } from '../../infra/servers/mongod.ts'
import { startTemporal, type TemporalServer } from '../../infra/servers/temporal-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** One real mongod for the run, a replica set of one; every test file uses a database name of its own. */
    mongoUri: string
    /** One real Temporal server for the run, time skipping allowed; every test file uses a task queue of its own. */
    temporalAddress: string
  }
}

interface Servers {
  mongod: Mongod
  temporal: TemporalServer
  folder: string
}

let servers: Promise<Servers> | undefined
let users = 0

/** Starts the servers for the first project that asks; `TEST_MONGODB_URI` with `TEST_TEMPORAL_ADDRESS` names running ones. */
export async function setup(project: TestProject): Promise<void> {
  const { TEST_MONGODB_URI, TEST_TEMPORAL_ADDRESS } = process.env
  if (TEST_MONGODB_URI && TEST_TEMPORAL_ADDRESS) {
    project.provide('mongoUri', TEST_MONGODB_URI)
    project.provide('temporalAddress', TEST_TEMPORAL_ADDRESS)
    return
  }
  users += 1
  servers ??= startTestServers()
  const { mongod, temporal } = await servers
  project.provide('mongoUri', mongod.uri)
  project.provide('temporalAddress', temporal.address)
}

export async function teardown(): Promise<void> {
  users -= 1
  if (!servers || users > 0) return
  await stopTestServers(await servers)
  servers = undefined
}

/** mongod and Temporal on free ports, with data that ends with the run. */
export async function startTestServers(): Promise<Servers> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-test-'))
  const mongod = await startMongod({ dataDir: folder, cacheGb: 0.5 })
  const temporal = await startTemporal({
    dbFile: null,
    uiPort: null,
    timeSkipping: true,
    logFile: join(folder, 'temporal.log'),
  })
  return { mongod, temporal, folder }
}

export async function stopTestServers({ mongod, temporal, folder }: Servers): Promise<void> {
  await Promise.all([temporal.stop(), mongod.stop()])
  await rm(folder, { recursive: true, force: true })
}
