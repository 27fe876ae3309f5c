import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { notFound } from '../errors/problems.ts'
import { nonceOf } from '../middleware/security-headers.ts'
import { compressedFiles } from './compressed-files.ts'

/**
 * A built single-page application: hashed files under `assets/` are kept for ever, everything else is asked for again, and
 * any address without a file ending is the page itself. Nothing is served where nothing was built.
 */
export function screens(dist: string): RequestHandler {
  const router = Router()
  const index = join(dist, 'index.html')
  const page: RequestHandler = async (_request, response, next) => {
    if (!existsSync(index)) return next()
    const html = withNonce(await readFile(index, 'utf8'), nonceOf(response))
    response.type('html').set('Cache-Control', 'no-cache').send(html)
  }
  router.get('/index.html', page)
  router.use('/assets', compressedFiles(join(dist, 'assets'), 'public, max-age=31536000, immutable'))
  router.use(compressedFiles(dist, 'no-cache'))
  router.use(express.static(dist, { index: false, redirect: false, cacheControl: false }))
  router.get('/{*path}', (request, response, next) => {
    if (/\.[a-z0-9]{1,8}$/i.test(request.path)) throw notFound()
    return page(request, response, next)
  })
  return router
}

/** Tells the page its nonce where Vite's convention looks for it, for styles that are generated in the browser. */
const withNonce = (page: string, nonce: string) =>
  page.replace(/<head>/i, `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`)
