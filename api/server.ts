import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { every } from '../engine/every.ts'
import type { Env } from '../infra/env.ts'
import { createLogger, type Logger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { createApp } from './app.ts'
import { lazyAuth } from './auth/auth.ts'
import { caseServices, type SigningParts } from './case/services.ts'
import type { ApiDeps } from './deps.ts'
import { workOffNext } from './jobs/work-off.ts'
import { LiveHub } from './live/hub.ts'
import { type LimitName, rateLimits } from './middleware/rate-limits.ts'
import type { RegencyOfHost } from './middleware/regency.ts'
import { regencyOfHosts } from './regency/regency-of-host.ts'
import { Trays } from './tray/trays.ts'

export type ApiOptions = {
  log?: Logger
  /** Database name, when the address in the environment has none. */
  dbName?: string
  limits?: Partial<Record<LimitName, { windowMs: number; limit: number }>> | 'off'
  regencyOf?: RegencyOfHost
  /** What this process signs and drafts with; without it nothing is signed here. */
  signing?: SigningParts
}

export type RunningApi = {
  url: string
  port: number
  deps: ApiDeps
  /** Takes no new requests, ends event streams, lets the rest finish for up to `graceMs`, then closes the connections. */
  stop(graceMs?: number): Promise<void>
}

/**
 * Serves the API. Starts also while MongoDB or Temporal is away: calls answer 503 until they are back, and nothing needs
 * mending by hand. Throws only when the port cannot be had.
 */
export async function startApi(env: Env, options: ApiOptions = {}): Promise<RunningApi> {
  const log = options.log ?? createLogger('api', env.LOG_LEVEL)
  const stopping = new AbortController()
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const temporal = connectTemporal(env)
  const mongo = keepConnecting(env, options.dbName, log, stopping.signal)
  const cases = await caseServices({ env, log, temporal, signing: options.signing })
  const working = { cases, stop: stopping.signal }
  const deps: ApiDeps = {
    env,
    log,
    temporal,
    auth: lazyAuth(env, log),
    regencyOf: options.regencyOf ?? regencyOfHosts(env.REGENCY),
    limits: rateLimits(options.limits ?? (env.RATE_LIMITS ? {} : 'off')),
    metrics,
    cases,
    trays: new Trays(working),
    hub: new LiveHub(log),
    stopping: stopping.signal,
  }
  const server = createServer({ keepAliveTimeout: 65_000 }, createApp(deps))
  const port = await listen(server, env)
  await Promise.race([mongo, new Promise((resolve) => setTimeout(resolve, 1_000).unref())])
  const holder = randomUUID()
  const jobs = every('carrying out jobs', 1_000, () => workOffNext({ ...working, holder }), log)
  log.info({ port }, 'the API is listening')
  return {
    url: `http://${env.HOST}:${port}`,
    port,
    deps,
    async stop(graceMs = 10_000) {
      stopping.abort()
      void deps.hub.stop()
      await Promise.all([close(server, graceMs), jobs.stop(), deps.trays.idle(graceMs)])
      await Promise.allSettled([temporal.close(), mongo.then(disconnectMongo)])
    },
  }
}

/** The driver reconnects by itself once it has been connected; until then somebody has to try again. */
async function keepConnecting(env: Env, dbName: string | undefined, log: Logger, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await connectMongo(env.MONGODB_URI, dbName === undefined ? {} : { dbName })
      return
    } catch (err) {
      log.warn({ err }, 'MongoDB is away, trying again')
      await disconnectMongo()
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
}

function listen(server: Server, { HOST, PORT }: Pick<Env, 'HOST' | 'PORT'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
