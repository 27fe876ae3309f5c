import { spokenLanguage } from '../i18n/language.ts'
import { takeEarly } from './early.ts'
import { CallFailure, readProblem, readRetryAfter } from './problem.ts'

export type Call = {
  method?: 'GET' | 'POST'
  body?: unknown
  /** `Idempotency-Key`: one intention of the person, however often it is sent. */
  key?: string
  signal?: AbortSignal
  timeoutMs?: number
}

/** One call to the API. Throws `CallFailure`. */
export async function request<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const { method = 'GET', body, key, signal, timeoutMs = 30_000 } = call
  const timeout = AbortSignal.timeout(timeoutMs)
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': spokenLanguage() }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (key) headers['Idempotency-Key'] = key

  let response: Response
  let text: string
  try {
    const early = method === 'GET' ? await takeEarly(path) : null
    response =
      early ??
      (await fetch(path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: 'same-origin',
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      }))
    text = await response.text()
  } catch (error) {
    if (signal?.aborted) throw error
    throw new CallFailure(0, null, null)
  }
  if (!response.ok) {
    const problem = readProblem(response.headers.get('Content-Type'), text)
    throw new CallFailure(response.status, problem, readRetryAfter(response.headers.get('Retry-After')))
  }
  return JSON.parse(text || 'null')
}
