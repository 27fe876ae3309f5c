import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import pc from 'picocolors'
import type { Progress } from '../progress.ts'
import type { Binary } from '../servers/ensure-binary.ts'
import { ensureMongod, startMongod } from '../servers/mongod.ts'
import { isPortFree, portNear } from '../servers/ports.ts'
import { ensureTemporal, startTemporal } from '../servers/temporal-server.ts'
import type { Home } from './home.ts'
import { portHolder } from './port-holder.ts'
import type { RunLock } from './run-lock.ts'
import type { StopSignal } from './stop-signal.ts'
import { supervise } from './supervise.ts'
import { together } from './together.ts'

/** Throws saying who holds the port and the way out. */
export async function requirePort(port: number, host: string, command: string): Promise<void> {
  if (await isPortFree(port, host)) return
  const holder = portHolder(port)
  throw new Error(
    `Port ${port} is in use${holder ? ` by ${holder}` : ''}.\nTake another one: PORT=${port + 100} npm ${command}`,
  )
}

export interface LocalServers {
  mongodbUri: string
  temporalAddress: string
  temporalUi: string | undefined
}

/** What a long-running part needs while everything starts. */
export interface Surroundings {
  home: Home
  lock: RunLock
  stop: StopSignal
  progress: Progress
}

/** Starts mongod and Temporal on the local data, or takes those named by `MONGODB_URI` and `TEMPORAL_ADDRESS`. */
export async function startLocalServers(around: Surroundings): Promise<LocalServers> {
  const { MONGODB_URI, TEMPORAL_ADDRESS } = process.env
  const { stop, progress } = around
  // Found one after the other, so that one progress is on the screen at a time; started side by side.
  const mongod = MONGODB_URI ? undefined : await stop.step(() => ensureMongod(progress))
  const temporalCli = TEMPORAL_ADDRESS ? undefined : await stop.step(() => ensureTemporal(progress))
  const [mongodbUri, temporal] = await together([
    async () => (mongod ? await startLocalMongod(around, mongod) : (MONGODB_URI ?? '')),
    async () =>
      temporalCli
        ? await startLocalTemporal(around, temporalCli)
        : { address: TEMPORAL_ADDRESS ?? '', uiUrl: undefined },
  ])
  return { mongodbUri, temporalAddress: temporal.address, temporalUi: temporal.uiUrl }
}

async function startLocalMongod({ home, lock, stop, progress }: Surroundings, binary: Binary): Promise<string> {
  sayOtherVersions(home, `mongod-${binary.version}`, progress)
  const port = await portNear(37_017)
  const logFile = join(home.logs, 'mongod.log')
  const { first, stop: close } = await supervise(() => startMongod({ dataDir: home.data, port, binary, logFile }), {
    started: ({ pid }) => lock.record('mongod', pid),
    line: progress.line,
  })
  stop.onStop(close)
  progress.line(`${pc.green('✓')} MongoDB is primary ${pc.dim(`on port ${port}`)}`)
  return first.uri.replace('/?', '/lontar?')
}

async function startLocalTemporal({ home, lock, stop, progress }: Surroundings, binary: Binary) {
  const folder = `temporal-${binary.version}`
  sayOtherVersions(home, folder, progress)
  const port = await portNear(17_233)
  const uiPort = await portNear(18_233)
  const logFile = join(home.logs, 'temporal.log')
  const dbFile = join(home.data, folder, 'temporal.db')
  const { first, stop: close } = await supervise(
    () => startTemporal({ dbFile, port, uiPort, binary, logFile, timeSkipping: true }),
    { started: ({ pid }) => lock.record('temporal', pid), line: progress.line },
  )
  stop.onStop(close)
  progress.line(`${pc.green('✓')} Temporal answers ${pc.dim(`on port ${port}`)}`)
  return first
}

/** Files of another server version cannot be opened; they are left alone, and the run starts on a folder of its own. */
function sayOtherVersions(home: Home, folder: string, progress: Progress): void {
  const kind = basename(folder).split('-')[0]
  const others = readdirSync(home.data).filter((name) => name.startsWith(`${kind}-`) && name !== folder)
  if (others.length === 0 || existsSync(join(home.data, folder))) return
  progress.line(`${pc.yellow('!')} ${home.data} holds ${others.join(', ')}; ${folder} starts empty beside it`)
}
