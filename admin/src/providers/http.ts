import { HttpError } from 'react-admin'
import type { Problem } from '../../../contracts/common.ts'

export type Call = {
  method?: 'GET' | 'POST'
  /** JSON, or a form for an upload. */
  body?: unknown
  /** `Idempotency-Key`: one for each act, the same for its retries. */
  key?: string
  signal?: AbortSignal
}

export type Answer<T> = { data: T; headers: Headers }

/** A refusal as the API words it; `errors` has react-admin's shape, field → message. */
export type ProblemBody = Partial<Omit<Problem, 'errors'>> & { errors?: Record<string, string>; retryAfter?: number }

/** One call to `/api`. Throws react-admin's HttpError; its status is 0 where no answer came at all. */
export async function call<T>(path: string, { method = 'GET', body, key, signal }: Call = {}): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': askedLanguage() }
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
  if (key) headers['Idempotency-Key'] = key
  let response: Response
  try {
    const payload = isForm ? body : body === undefined ? undefined : JSON.stringify(body)
    response = await fetch(`${apiRoot()}${path}`, {
      method,
      headers,
      body: payload,
      signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new HttpError('lontar.error.offline', 0, { code: 'no-answer' } satisfies ProblemBody)
  }
  const data: unknown = response.status === 204 ? null : await response.json().catch(() => null)
  if (!response.ok) throw refusal(response, data)
  return { data: data as T, headers: response.headers }
}

function refusal(response: Response, data: unknown): HttpError {
  const problem = (data && typeof data === 'object' ? data : {}) as Partial<Problem> & { message?: string }
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined
  const errors = problem.errors && Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]))
  const message = problem.detail ?? problem.title ?? problem.message ?? `lontar.error.status_${response.status}`
  return new HttpError(message, response.status, { ...problem, errors, retryAfter } satisfies ProblemBody)
}

export function problemOf(error: unknown): ProblemBody & { status: number; message: string } {
  if (error instanceof HttpError) {
    const body = (error.body ?? {}) as ProblemBody
    return { ...body, status: Number(error.status), message: error.message }
  }
  return { status: -1, message: error instanceof Error ? error.message : String(error) }
}

const apiRoot = () => (typeof location === 'undefined' ? (globalThis.process?.env.LONTAR_API ?? '') : '')
const askedLanguage = () => (typeof document === 'undefined' ? 'id' : document.documentElement.lang || 'id')
