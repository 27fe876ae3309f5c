import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { portNear } from '../servers/ports.ts'
import { startCompanion } from './companion.ts'
import type { Surroundings } from './machine.ts'
import { together } from './together.ts'

export interface LocalOutside {
  /** Addresses and keys for worker and API; of this run only. */
  variables: Record<string, string>
  /** Pages on which a person plays the other side. */
  pages: { oss?: string; simbg?: string }
}

/** Starts what stands in for OSS and SIMBG in a demonstration; nothing for those that the environment names. */
export async function startLocalOutside(around: Surroundings, webPort: number): Promise<LocalOutside> {
  if (process.env.DEMO === 'false') return { variables: {}, pages: {} }
  const api = (process.env.PUBLIC_URL || `http://127.0.0.1:${webPort}`).replace(/\/$/, '')
  const outside: LocalOutside = { variables: {}, pages: {} }
  const wanted: (() => Promise<void>)[] = []
  if (!process.env.OSS_URL) wanted.push(async () => startOss(around, outside, await portNear(webPort + 28), api))
  if (!process.env.SIMBG_URL) wanted.push(async () => startSimbg(around, outside, await portNear(webPort + 29), api))
  await together(wanted)
  return outside
}

async function startOss(around: Surroundings, outside: LocalOutside, port: number, api: string): Promise<void> {
  const [userKey, webhookKey] = [random(), random()]
  const page = `http://127.0.0.1:${port}`
  await startCompanion(around, 'oss-simulator', {
    SIMULATOR_PORT: String(port),
    SIMULATOR_KEY: userKey,
    SIMULATOR_WEBHOOK: `${api}/api/outside/oss/receiveNIB`,
    SIMULATOR_WEBHOOK_KEY: webhookKey,
    SIMULATOR_FILE: join(around.home.root, 'simulators', 'oss.json'),
  })
  outside.pages.oss = page
  Object.assign(outside.variables, {
    OSS_URL: `${page}/v1/kl/rba`,
    OSS_USER_KEY: userKey,
    OSS_WEBHOOK_KEY: webhookKey,
    OSS_SITE: page,
  })
}

async function startSimbg(around: Surroundings, outside: LocalOutside, port: number, api: string): Promise<void> {
  const [key, webhookKey] = [random(), random()]
  const page = `http://127.0.0.1:${port}`
  await startCompanion(around, 'simbg-simulator', {
    SIMULATOR_PORT: String(port),
    SIMULATOR_KEY: key,
    SIMULATOR_WEBHOOK: `${api}/api/outside/simbg/news`,
    SIMULATOR_WEBHOOK_KEY: webhookKey,
    SIMULATOR_FILE: join(around.home.root, 'simulators', 'simbg.json'),
  })
  outside.pages.simbg = page
  Object.assign(outside.variables, { SIMBG_URL: page, SIMBG_KEY: key, SIMBG_WEBHOOK_KEY: webhookKey })
}

const random = () => randomBytes(24).toString('base64url')
