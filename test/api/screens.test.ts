import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorHandler } from '../../api/errors/error-handler.ts'
import { requestContext } from '../../api/middleware/request-context.ts'
import { securityHeaders } from '../../api/middleware/security-headers.ts'
import { screens } from '../../api/static/screens.ts'
import { createLogger } from '../../infra/logger.ts'

const script = `console.log(${JSON.stringify('lontar '.repeat(2_000))})`
let folder: string
let server: ReturnType<typeof createServer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-screens-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><html><head></head><body>Lontar</body></html>')
  await writeFile(join(folder, 'dist/assets/index-abc123.js'), script)
  await writeFile(join(folder, 'dist/sw.js'), script)
  await writeFile(join(folder, 'secret.txt'), 'not to be served')
  const app = express()
  app.use(requestContext(createLogger('test', 'silent')), securityHeaders({ https: true }))
  app.use('/admin', screens(join(folder, 'dist')))
  app.use(screens(join(folder, 'nothing-built')), errorHandler)
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** As it comes over the wire, not decoded. */
function get(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject).end()
  })
}

describe('built screens', () => {
  it('answer any address of the application with the page, never kept, with this answer’s nonce', async () => {
    const pages = await Promise.all(['/admin/', '/admin/tasks/1', '/admin/index.html'].map((path) => get(path)))
    for (const { status, headers, body } of pages) {
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-cache')
      const nonce = /<meta property="csp-nonce" nonce="([^"]+)"/.exec(body.toString())?.[1]
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)/)
    }
    expect(new Set(pages.map(({ body }) => body.toString())).size).toBe(3)
  })

  it('send hashed files compressed, to be kept for ever', async () => {
    const brotli = await get('/admin/assets/index-abc123.js', { 'Accept-Encoding': 'gzip, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotli.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(brotli.headers['content-type']).toMatch(/javascript/)
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    const gzip = await get('/admin/assets/index-abc123.js', { 'Accept-Encoding': 'gzip' })
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    expect(gzip.body.length).toBeLessThan(script.length / 10)
    const plain = await get('/admin/assets/index-abc123.js')
    expect(plain.body.toString()).toBe(script)
    const etag = String(brotli.headers.etag)
    const again = await get('/admin/assets/index-abc123.js', { 'Accept-Encoding': 'br', 'If-None-Match': etag })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('have the service worker asked for again', async () => {
    expect((await get('/admin/sw.js', { 'Accept-Encoding': 'br' })).headers['cache-control']).toBe('no-cache')
  })

  it('follow a rebuilt file', async () => {
    await writeFile(join(folder, 'dist/sw.js'), `${script};1`)
    const { body } = await get('/admin/sw.js', { 'Accept-Encoding': 'gzip' })
    expect(gunzipSync(body).toString()).toBe(`${script};1`)
  })

  it('are files of the folder only', async () => {
    for (const path of ['/admin/../secret.txt', '/admin/%2e%2e/secret.txt', '/admin/assets/..%2f..%2fsecret.txt']) {
      const { body, status } = await get(path)
      expect(body.toString(), path).not.toContain('not to be served')
      expect([200, 400, 404], path).toContain(status)
    }
    expect((await get('/admin/assets/gone.js')).status).toBe(404)
  })

  it('are not there where nothing was built', async () => {
    expect((await get('/anything')).status).toBe(404)
  })
})
