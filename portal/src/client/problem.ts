import type { Problem } from '../../../contracts/common.ts'

/** Why a call to the API did not bring what was asked, in the few kinds that a screen treats differently. */
export type FailureKind =
  | 'offline'
  | 'busy'
  | 'limited'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'refused'

/** A call that failed: `status` 0 means no answer came. `retryAfter` is in seconds. */
export class CallFailure extends Error {
  readonly status: number
  readonly problem: Problem | null
  readonly retryAfter: number | null

  constructor(status: number, problem: Problem | null, retryAfter: number | null) {
    super(problem?.title ?? (status === 0 ? 'No answer' : `HTTP ${status}`))
    this.name = 'CallFailure'
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get kind(): FailureKind {
    if (this.status === 0) return 'offline'
    if (this.status === 401) return 'signed-out'
    if (this.status === 403) return 'forbidden'
    if (this.status === 404 || this.status === 410) return 'missing'
    if (this.status === 409) return 'conflict'
    if (this.status === 429) return 'limited'
    return this.status >= 500 || this.status === 408 ? 'busy' : 'refused'
  }

  /** True where the same request may or may not have been carried out: it has to be repeated with the same key. */
  get outcomeUnknown(): boolean {
    return this.kind === 'offline' || this.kind === 'busy'
  }
}

export const asFailure = (error: unknown): CallFailure =>
  error instanceof CallFailure ? error : new CallFailure(0, null, null)

/** The problem document of an answer, when it is one. */
export function readProblem(type: string | null, body: string): Problem | null {
  if (!type?.includes('json')) return null
  try {
    const value: unknown = JSON.parse(body)
    return isProblem(value) ? value : null
  } catch {
    return null
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value
}

/** Seconds of a `Retry-After` header, given in seconds or as a date. */
export function readRetryAfter(header: string | null, now = Date.now()): number | null {
  if (!header) return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds))
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}
