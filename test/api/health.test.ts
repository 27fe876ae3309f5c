import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApi } from '../../api/server.ts'
import { startMongod } from '../../infra/servers/mongod.ts'
import { freePort } from '../../infra/servers/ports.ts'
import { caller, testEnv } from './api-house.ts'

/** An API started before its servers are there. */
let folder: string
let mongoPort: number
let api: Awaited<ReturnType<typeof startApi>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-health-'))
  mongoPort = await freePort()
  const env = {
    ...testEnv(),
    MONGODB_URI: `mongodb://127.0.0.1:${mongoPort}/?replicaSet=lontar`,
    REGENCY: 'banyuwangi',
  }
  api = await startApi(env, { dbName: 'late', limits: 'off' })
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('an API whose MongoDB is away at first', () => {
  it('lives, says it is not ready, answers 503 with a hint, and recovers by itself', async () => {
    const there = caller(api.url)
    expect((await there.get('/api/health')).json).toEqual({ status: 'ok' })
    const waiting = await there.get('/api/ready')
    expect(waiting.status).toBe(503)
    expect(waiting.json).toEqual({ status: 'waiting', mongo: false, temporal: true })
    expect((await there.get('/api/openapi.json')).status).toBe(200)

    const refused = await there.get('/api/services')
    expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable'])
    expect(refused.headers.get('retry-after')).toBe('5')
    const body = { email: 'warga@demo.test', password: 'lontar-demo' }
    expect((await there.post('/api/auth/sign-in/email', { body })).status).toBe(503)
    expect((await there.get('/api/me', { token: 'any' })).status).toBe(503)

    const mongod = await startMongod({ dataDir: folder, port: mongoPort, cacheGb: 0.25 })
    try {
      await vi.waitFor(async () => expect((await there.get('/api/ready')).status).toBe(200), { timeout: 20_000 })
      expect((await there.get('/api/services')).json).toEqual([])
      expect((await there.post('/api/auth/sign-in/email', { body })).status).toBe(401)
    } finally {
      await mongod.stop()
    }
    await vi.waitFor(async () => expect((await there.get('/api/ready')).status).toBe(503), { timeout: 20_000 })
    const again = await there.post('/api/auth/sign-in/email', { body })
    expect([again.status, again.problem.code]).toEqual([503, 'unavailable'])
  })
})

describe('/metrics', () => {
  it('counts requests by the pattern of their route', async () => {
    const there = caller(api.url)
    await there.get('/api/health')
    await there.get('/api/services/rahasia-3510135408910001')
    const { text, status } = await there.get('/metrics')
    expect(status).toBe(200)
    expect(text).toMatch(
      /lontar_http_request_duration_seconds_count\{method="GET",route="\/api\/health",status="200"\} \d+/,
    )
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).not.toContain('3510135408910001')
  })
})

describe('stopping', () => {
  it('tells those who wait, lets a request under way end, and takes no new ones', async () => {
    const other = await startApi({ ...testEnv(), REGENCY: 'banyuwangi' }, { dbName: 'late', limits: 'off' })
    const body = JSON.stringify({ email: 'x', password: 'lontar-demo' })
    const socket = connect(other.port, '127.0.0.1')
    const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
    const head = ['POST /api/auth/sign-in/email HTTP/1.1', 'Host: localhost', 'Content-Type: application/json']
    socket.write([...head, `Content-Length: ${body.length}`, '', body.slice(0, 10)].join('\r\n'))
    // The server has read the head: it says so when asked on another connection.
    expect((await fetch(`${other.url}/api/health`)).status).toBe(200)
    const stopped = other.stop()
    expect(other.deps.stopping.aborted).toBe(true)
    await expect(fetch(`${other.url}/api/health`)).rejects.toThrow()
    socket.write(body.slice(10))
    expect(await answer).toMatch(/^HTTP\/1\.1 (400|422|503)/)
    await stopped
  })
})
