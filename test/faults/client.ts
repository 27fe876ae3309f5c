import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** One answer to one request; status null where the connection broke. */
export type Attempt = {
  at: number
  what: string
  status: number | null
  code: string | null
  retryAfter: string | null
  tookMs: number
}
export type Answer = Attempt & { status: number; json: unknown }

export type Call = { token?: string; body?: unknown; key?: string }

export type Client = ReturnType<typeof newClient>

/** Longest that a client waits for one answer; above what a signature may take. */
const patienceMs = 90_000

/** A good client: it keeps its key for one intention, and repeats what was not answered or answered 503. */
export function newClient(url: string) {
  const attempts: Attempt[] = []

  async function attempt(
    method: string,
    path: string,
    { token, body, key }: Call,
  ): Promise<Attempt & { json: unknown }> {
    const at = Date.now()
    const answered = (status: number | null, code: string | null, retryAfter: string | null): Attempt => {
      const made = { at, what: `${method} ${path}`, status, code, retryAfter, tookMs: Date.now() - at }
      attempts.push(made)
      return made
    }
    const isForm = body instanceof FormData
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
          ...(key ? { 'Idempotency-Key': key } : {}),
        },
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const json: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined
      const code = response.ok ? null : textAt(json, 'code')
      const made = answered(response.status, code, response.headers.get('retry-after'))
      return { ...made, json: withToken(json, response) }
    } catch {
      return { ...answered(null, null, null), json: undefined }
    }
  }

  /** Once, whatever comes of it. */
  const once = (method: string, path: string, call: Call = {}) =>
    attempt(method, path, { ...call, ...(method === 'POST' ? { key: call.key ?? randomUUID() } : {}) })

  /** Until it is answered with something else than 503, always under one key. */
  async function insist(method: string, path: string, call: Call = {}, withinMs = 120_000): Promise<Answer> {
    const key = call.key ?? randomUUID()
    const deadline = Date.now() + withinMs
    for (;;) {
      const made = await attempt(method, path, { ...call, ...(method === 'POST' ? { key } : {}) })
      const { status } = made
      if (status !== null && status !== 503) return { ...made, status }
      if (Date.now() > deadline) throw new Error(`${method} ${path} was never answered: ${status} ${made.code}`)
      await pause(status === 503 ? Math.min(1_000, Number(made.retryAfter ?? 1) * 1_000) : 200)
    }
  }

  return {
    attempts,
    once,
    insist,
    /** Bearer token of a demo person, `verifikator` for `verifikator@demo.test`. */
    async signIn(name: string): Promise<string> {
      const body = { email: `${name}@demo.test`, password: 'lontar-demo' }
      const { json, status } = await insist('POST', '/api/auth/sign-in/email', { body })
      const token = textAt(json, 'bearer')
      if (!token) throw new Error(`${name} could not sign in: ${status}`)
      return token
    },
  }
}

/** Text under a name of a JSON answer; null where there is none. */
export function textAt(json: unknown, name: string): string | null {
  const value: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, name) : null
  return typeof value === 'string' ? value : null
}

function withToken(json: unknown, response: Response): unknown {
  const bearer = response.headers.get('set-auth-token')
  return bearer ? { bearer } : json
}
