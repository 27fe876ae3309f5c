import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { Registry } from 'prom-client'
import { inject } from 'vitest'
import { createApp } from '../../api/app.ts'
import { lazyAuth } from '../../api/auth/auth.ts'
import { ensureDemoPeople } from '../../api/demo/seed-people.ts'
import { rateLimits } from '../../api/middleware/rate-limits.ts'
import type { ApiResource } from '../../api/resource.ts'
import { type ApiOptions, startApi } from '../../api/server.ts'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import type { Problem } from '../../contracts/common.ts'
import { type Env, projectRoot, readEnv } from '../../infra/env.ts'
import type { Logger } from '../../infra/logger.ts'
import { connectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { inRegency } from '../../models/tenancy.ts'

export const regency = 'banyuwangi'
const pack = join(projectRoot, 'packs/banyuwangi')

export type ApiHouse = Awaited<ReturnType<typeof openApiHouse>>
export type Answer = { status: number; headers: Headers; text: string; json: unknown; problem: Problem }
type Call = { body?: unknown; key?: string | null; token?: string; language?: string; headers?: Record<string, string> }

/**
 * A real API on a port of its own, with the Banyuwangi pack in a database of its own, and with its demo people unless
 * `people` is false: their passwords take a second to hash.
 */
export async function openApiHouse(options: ApiOptions & { env?: Partial<Env>; people?: false; pack?: string } = {}) {
  const dbName = `api-${randomUUID()}`
  const env: Env = { ...testEnv(), ...options.env }
  await connectMongo(env.MONGODB_URI, { dbName })
  await migrate()
  await loadPack(options.pack ?? pack)
  const api = await startApi(env, { dbName, limits: 'off', ...options })
  const { people } = await readPack(pack)
  if (options.people !== false) await inRegency(regency, () => ensureDemoPeople(api.deps.auth(), people))
  const house = caller(api.url)
  return {
    ...house,
    api,
    url: api.url,
    people,
    /** Bearer token of a demo person, `verifikator` for `verifikator@demo.test`. */
    async signIn(name: string, password = 'lontar-demo') {
      const answer = await house.post('/api/auth/sign-in/email', {
        body: { email: `${name}@demo.test`, password },
      })
      const token = answer.headers.get('set-auth-token')
      if (!token) throw new Error(`${name} could not sign in: ${answer.text}`)
      return token
    },
    /** The same house behind another door: other settings, the same data. */
    async also(
      changes: Partial<Env>,
      limits: ApiOptions['limits'] = 'off',
      resources?: readonly ApiResource[],
      log: Logger = api.deps.log,
    ) {
      const env = { ...api.deps.env, ...changes }
      const deps = { ...api.deps, env, log, auth: lazyAuth(env, log), limits: rateLimits(limits) }
      const server = createServer(createApp({ ...deps, metrics: new Registry() }, resources))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      return { ...caller(`http://127.0.0.1:${port}`), close: () => server.close() }
    },
    async close() {
      await mongoose.connection.dropDatabase()
      await api.stop()
    },
  }
}

export function testEnv(): Env {
  return readEnv({
    NODE_ENV: 'test',
    PORT: '0',
    MONGODB_URI: inject('mongoUri'),
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    AUTH_SECRET: 'a secret for tests only, 0123456789',
    SEAL_PASSPHRASE: 'segel-untuk-pengujian',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    DEMO: 'true',
  })
}

/** Calls one address; a POST gets a fresh key unless `key` is given, null for none. */
export function caller(url: string) {
  const call = async (method: string, path: string, options: Call = {}): Promise<Answer> => {
    const { body, key, token, language, headers } = options
    const isForm = body instanceof FormData
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(language ? { 'Accept-Language': language } : {}),
        ...(method === 'POST' && key !== null ? { 'Idempotency-Key': key ?? randomUUID() } : {}),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const json: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined
    return { status: response.status, headers: response.headers, text, json, problem: json as Problem }
  }
  return {
    get: (path: string, options?: Call) => call('GET', path, options),
    post: (path: string, options?: Call) => call('POST', path, options),
    put: (path: string, options?: Call) => call('PUT', path, options),
  }
}
