import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Env } from '../infra/env.ts'
import type { Temporal } from '../infra/temporal.ts'
import type { Auth } from './auth/auth.ts'
import type { CaseServices } from './case/services.ts'
import type { LiveHub } from './live/hub.ts'
import type { RateLimits } from './middleware/rate-limits.ts'
import type { RegencyOfHost } from './middleware/regency.ts'
import type { Trays } from './tray/trays.ts'

/** What the API stands on; made once per process by `startApi`. */
export type ApiDeps = {
  env: Env
  log: Logger
  temporal: Temporal
  /** The sign-in; throws the 503 problem until MongoDB has been reached once. */
  auth: () => Auth
  regencyOf: RegencyOfHost
  limits: RateLimits
  metrics: Registry
  cases: CaseServices
  trays: Trays
  /** Hears every change of a task, once for the process. */
  hub: LiveHub
  /** Aborted when the process is asked to end: long answers (event streams) close on it. */
  stopping: AbortSignal
}
