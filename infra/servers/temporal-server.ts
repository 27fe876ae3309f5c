import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Connection } from '@temporalio/client'
import { type Progress, screenProgress } from '../progress.ts'
import { type Binary, ensureBinary } from './ensure-binary.ts'
import { temporalPin } from './pins.ts'
import { freePort } from './ports.ts'
import { type ServerProcess, startServerProcess, waitUntilReady } from './server-process.ts'

export interface TemporalOptions {
  /** SQLite file, kept between runs (its name should carry the server's version); null keeps all in memory. */
  dbFile: string | null
  port?: number
  /** null: no web interface. */
  uiPort?: number | null
  /** Lets single workflows be moved forward in time (see `../time-skipping.ts`); never in production. */
  timeSkipping?: boolean
  binary?: Binary
  logFile?: string
}

export interface TemporalServer extends ServerProcess {
  address: string
  uiUrl: string | undefined
  version: string
}

/** Its name in 1.32, and the one that the releases after it read; a server passes over the one it does not know. */
const timeSkippingKeys = ['frontend.WorkflowTimeSkippingEnabled', 'system.workflowTimeSkippingEnabled']

/**
 * For one server on one machine. By default a timer that is due at once waits up to a second, for clocks of several hosts
 * that may differ, and a queue is read 20 times a second at most: a leap over nine days of retries took 77 s, and takes 4.
 */
const withoutWaiting = [
  'history.timerProcessorMaxTimeShift="10ms"',
  'history.timerProcessorMaxPollRPS=1000',
  'history.transferProcessorMaxPollRPS=1000',
]

export function ensureTemporal(progress: Progress = screenProgress()): Promise<Binary> {
  return ensureBinary(temporalPin, progress)
}

/** Starts Temporal's single-process server on 127.0.0.1; resolves when the namespace `default` answers. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const binary = options.binary ?? (await ensureTemporal())
  const port = options.port ?? (await freePort())
  const uiPort = options.uiPort === null ? undefined : (options.uiPort ?? (await freePort()))
  const address = `127.0.0.1:${port}`
  const skipping = options.timeSkipping ? timeSkippingKeys.map((key) => `${key}=true`) : []
  const settings = [...withoutWaiting, ...skipping]
  if (options.dbFile) await mkdir(dirname(options.dbFile), { recursive: true })
  const server = await startServerProcess(
    'temporal',
    binary.path,
    [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(options.dbFile ? ['--db-filename', options.dbFile] : []),
      ...settings.flatMap((setting) => ['--dynamic-config-value', setting]),
    ],
    options.logFile ?? join(options.dbFile ? dirname(options.dbFile) : tmpdir(), `temporal-${port}.log`),
  )
  await waitUntilReady(server, () => answers(address))
  return {
    ...server,
    address,
    uiUrl: uiPort === undefined ? undefined : `http://127.0.0.1:${uiPort}`,
    version: binary.version,
  }
}

async function answers(address: string): Promise<true | string> {
  let connection: Connection | undefined
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000 })
    const { workflowService } = connection
    await connection.withDeadline(Date.now() + 2_000, () => workflowService.describeNamespace({ namespace: 'default' }))
    return true
  } catch (error) {
    return (error as Error).message
  } finally {
    await connection?.close()
  }
}
