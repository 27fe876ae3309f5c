import type { TestProject } from 'vitest/node'
import { startThrowAwayServers, stopThrowAwayServers, type ThrowAwayServers } from '../../infra/servers/throw-away.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** One real mongod for the run, a replica set of one; every test file uses a database name of its own. */
    mongoUri: string
    /** One real Temporal server for the run, time skipping allowed; every test file uses a task queue of its own. */
    temporalAddress: string
  }
}

let servers: Promise<ThrowAwayServers> | undefined
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
  servers ??= startThrowAwayServers('test')
  const { mongod, temporal } = await servers
  project.provide('mongoUri', mongod.uri)
  project.provide('temporalAddress', temporal.address)
}

export async function teardown(): Promise<void> {
  users -= 1
  if (!servers || users > 0) return
  await stopThrowAwayServers(await servers)
  servers = undefined
}
