import { json, type Request, type Response, Router } from 'express'
import type { ApiDeps } from '../deps.ts'
import { tooLarge } from '../errors/problems.ts'
import type { Sessions } from '../middleware/session.ts'
import { clientAddressHeader } from './auth.ts'
import { authProblem } from './auth-problems.ts'

/**
 * better-auth's own routes under `/api/auth`, behind limits on guessing. They stand before the regency: who somebody is
 * does not depend on it. Their refusals are told as problems like everybody else's.
 */
export function authRoutes(deps: ApiDeps, sessions: Sessions): Router {
  const { limits } = deps
  const router = Router()
  router.use(json({ limit: '16kb' }))
  router.use('/sign-in', limits.signInFrom, limits.signIn)
  router.use('/sign-up', limits.signUp)
  router.all('/*path', async (request, response) => {
    const answer = await deps.auth().handler(webRequest(request, deps.env.PUBLIC_URL))
    if (request.method !== 'GET') sessions.forget(request)
    await send(response, answer)
  })
  return router
}

function webRequest(request: Request, publicUrl: string): globalThis.Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set(clientAddressHeader, request.ip ?? '')
  const { protocol } = new URL(publicUrl)
  const url = new URL(request.originalUrl, `${protocol}//${request.get('host') ?? 'localhost'}`)
  // Every browser names the page's origin on a POST; who names none is a program, and forges nothing for anybody.
  if (!headers.has('origin') && headers.get('sec-fetch-site') !== 'cross-site') headers.set('origin', url.origin)
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined
  const body = hasBody ? JSON.stringify(request.body) : undefined
  if (body !== undefined && body.length > 16_384) throw tooLarge({ id: 'Isi terlalu besar.', en: 'Body too large.' })
  return new globalThis.Request(url, { method: request.method, headers, body })
}

async function send(response: Response, answer: globalThis.Response): Promise<void> {
  const text = await answer.text()
  if (answer.status >= 400) throw refusal(answer.status, text)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.set(name, value)
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.set('Set-Cookie', cookies)
  response.status(answer.status).set('Cache-Control', 'no-store').send(text)
}

function refusal(status: number, text: string) {
  const said = parsed(text)
  return authProblem(status, String(said.code ?? `status-${status}`), String(said.message ?? ''))
}

function parsed(text: string): { code?: unknown; message?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
