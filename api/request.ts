import type { Logger } from 'pino'
import type { HeldRole } from '../domain/policy/index.ts'
import type { Ability } from './middleware/ability.ts'

export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

/** Who a session belongs to, with what they may do today. */
export type SignedIn = {
  account: string
  name: string
  email: string
  memberships: HeldRole[]
  ability: Ability
}

/** What the middleware of `api/app.ts` puts on every request. */
declare global {
  namespace Express {
    interface Request {
      /** Of this request, also in the log and in every problem. */
      id: string
      log: Logger
      /** What the caller reads: Indonesian unless English is asked for first. */
      language: Language
      /** null where nobody is signed in. */
      person: SignedIn | null
      /** Code of the tenant the host names. */
      regency: string
      /** Set on every POST that changes something. */
      idempotencyKey: string
    }
  }
}
