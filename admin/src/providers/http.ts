import type { Problem } from '../../../contracts/common.ts'

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** JSON, or a form for an upload. */
  body?: unknown
  /** `Idempotency-Key`: one for each act, the same for its retries. */
  key?: string
  signal?: AbortSignal
}

export type Answer<T> = { data: T; headers: Headers }

/** A refusal as the API words it; `errors` has react-admin's shape, field → message. */
export type ProblemBody = Partial<Omit<Problem, 'errors'>> & { errors?: Record<string, string>; retryAfter?: number }

/** Of the shape that react-admin looks at: a status, and a body whose `errors` name fields. Status 0: no answer came. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly status: number
  readonly body: ProblemBody

  constructor(message: string, status: number, body: ProblemBody = {}) {
    super(message)
    this.status = status
    this.body = body
  }
}

export type Downloaded = { blob: Blob; name: string }

/** One call to `/api`. Throws `HttpError`. */
export async function call<T>(path: string, init: Call = {}): Promise<Answer<T>> {
  const response = await send(path, init, 'application/json')
  const data: unknown = response.status === 204 ? null : await response.json().catch(() => null)
  if (!response.ok) throw refusal(response, data)
  return { data: data as T, headers: response.headers }
}

/** A call that is answered with a file, whole and under the name the API gave it. Throws `HttpError`. */
export async function download(path: string, init: Call = {}): Promise<Downloaded> {
  const response = await send(path, init, '*/*')
  if (!response.ok) throw refusal(response, await response.json().catch(() => null))
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'berkas'
  try {
    return { blob: await response.blob(), name }
  } catch {
    throw new HttpError('lontar.error.offline', 0, { code: 'no-answer' })
  }
}

async function send(path: string, { method = 'GET', body, key, signal }: Call, accept: string): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept, 'Accept-Language': askedLanguage() }
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  if (key) headers['Idempotency-Key'] = key
  try {
    const payload = isForm ? body : body === undefined ? undefined : JSON.stringify(body)
    return await fetch(`${apiRoot()}${path}`, { method, headers, body: payload, signal, credentials: 'same-origin' })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new HttpError('lontar.error.offline', 0, { code: 'no-answer' })
  }
}

function refusal(response: Response, data: unknown): HttpError {
  const problem = (data && typeof data === 'object' ? data : {}) as Partial<Problem> & { message?: string }
  const retryAfter = secondsOf(response.headers.get('Retry-After'))
  const errors = problem.errors && Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]))
  const message = problem.detail ?? problem.title ?? problem.message ?? `lontar.error.status_${response.status}`
  return new HttpError(message, response.status, { ...problem, errors, retryAfter })
}

/** A `Retry-After` in seconds, given in seconds or as a date. */
function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

export function problemOf(error: unknown): ProblemBody & { status: number; message: string } {
  if (error instanceof HttpError) return { ...error.body, status: error.status, message: error.message }
  return { status: -1, message: error instanceof Error ? error.message : String(error) }
}

const apiRoot = () => (typeof location === 'undefined' ? (globalThis.process?.env.LONTAR_API ?? '') : '')
const askedLanguage = () => (typeof document === 'undefined' ? 'id' : document.documentElement.lang || 'id')
