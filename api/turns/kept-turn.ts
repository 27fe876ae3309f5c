import { randomUUID } from 'node:crypto'
import { type CaseAction, requireCase } from '../../domain/case/actions.ts'
import type { AnyAct, TurnContent } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { sameAct } from '../case/same-act.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'

/** A superior and the case they give another course; `key` is the request's idempotency key. */
export type Turning<Body> = { application: ApplicationRecord; person: SignedIn; key: string; body: Body }

type Turn = { kind: 'added-step' | 'merge' | 'reopening'; action: CaseAction; content: TurnContent }

/**
 * Keeps what a superior said of a turn before it is taken. The same key again is the same act, also when the case has gone
 * on since. `check` runs for a new one only. Throws Refusal where the case cannot take it, or what `check` throws.
 */
export async function keptTurn(
  { application, person, key }: Omit<Turning<unknown>, 'body'>,
  { kind, action, content }: Turn,
  check: () => Promise<void>,
): Promise<AnyAct> {
  const asked = { kind, application: application._id, digest: digestOf(content) }
  const known = await findAct(person.account, key)
  if (known) return sameAct(known, asked)
  requireCase(application.state, action)
  await check()
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at: new Date(), content }
  return sameAct(await keepAct(act), asked)
}

export const officer = ({ account }: SignedIn) => ({ kind: 'officer', id: account }) as const
