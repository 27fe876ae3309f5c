import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Progress, screenProgress } from '../progress.ts'
import { ensureMongod, type Mongod, startMongod } from './mongod.ts'
import { killServers } from './server-process.ts'
import { ensureTemporal, startTemporal, type TemporalServer } from './temporal-server.ts'

export type ThrowAwayServers = { mongod: Mongod; temporal: TemporalServer; folder: string }

const folders = new Set<string>()

/** mongod and Temporal on free ports, time skipping allowed, with data that ends with them. */
export async function startThrowAwayServers(
  name: string,
  progress: Progress = screenProgress(),
): Promise<ThrowAwayServers> {
  const folder = await mkdtemp(join(tmpdir(), `lontar-${name}-`))
  folders.add(folder)
  const mongod = await startMongod({
    dataDir: folder,
    cacheGb: 0.5,
    binary: await ensureMongod(progress),
    manyShortLived: true,
  })
  const temporal = await startTemporal({
    binary: await ensureTemporal(progress),
    dbFile: null,
    uiPort: null,
    timeSkipping: true,
    logFile: join(folder, 'temporal.log'),
  })
  return { mongod, temporal, folder }
}

export async function stopThrowAwayServers({ mongod, temporal, folder }: ThrowAwayServers): Promise<void> {
  await Promise.all([temporal.stop(), mongod.stop()])
  await rm(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/** What is left to do where this process has to end at once: no server and no data stay behind. */
export function dropThrowAwayServers(): void {
  killServers()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
