import type { Role } from '../service.ts'
import { covers, type Mandate, type MandateAct } from './mandate.ts'
import { isInForce } from './span.ts'

/** A role held by right, for a time; `until` is the first instant it no longer holds, null while it is open. UTC epoch ms. */
export type Seat = { role: Role; agency: string | null; village: string | null; from: number; until: number | null }

/** One of these roles at this office, to do this with a case of this service. */
export type Asked = { roles: readonly Role[]; office: string; service: string; act: MandateAct }

export const authorityCodes = ['no-authority', 'mandate-not-begun', 'mandate-ended', 'outside-mandate'] as const
export type AuthorityCode = (typeof authorityCodes)[number]

/** Whoever wants to sign may not at that instant; carries the reason and no word of the person. */
export class NoAuthority extends Error {
  override name = 'NoAuthority'
  readonly code: AuthorityCode
  constructor(code: AuthorityCode) {
    super(`No authority: ${code}`)
    this.code = code
  }
}

export type Authority<S extends Seat = Seat, M extends Mandate = Mandate> = { seat: S } | { mandate: M }

/**
 * By what somebody may do this at this instant: a role of their own before a mandate. `seats` are all of theirs, wherever, and
 * `mandates` those they hold or held: only an official stands in (UU 30/2014 art 14), so whoever has left every seat does not.
 * @throws NoAuthority naming what is nearest: outside a mandate in force, before it began, after it ended
 */
export function authorityAt<S extends Seat, M extends Mandate>(
  { seats, mandates }: { seats: readonly S[]; mandates: readonly M[] },
  asked: Asked,
  at: number,
): Authority<S, M> {
  const held = seats.filter((each) => each.from <= at && (each.until === null || at < each.until))
  const seat = held.find((each) => isAt(each, asked))
  if (seat) return { seat }
  if (held.length === 0) throw new NoAuthority('no-authority')
  const here = mandates.filter((each) => isAt(each, asked))
  const inForce = here.filter((each) => isInForce(each, at))
  const mandate = inForce.find(({ scope }) => covers(scope, asked))
  if (mandate) return { mandate }
  if (inForce.length > 0) throw new NoAuthority('outside-mandate')
  if (here.some(({ from }) => from <= at)) throw new NoAuthority('mandate-ended')
  throw new NoAuthority(here.length > 0 ? 'mandate-not-begun' : 'no-authority')
}

function isAt({ role, agency, village }: Pick<Seat, 'role' | 'agency' | 'village'>, { roles, office }: Asked): boolean {
  return roles.includes(role) && (agency === office || (agency === null && village === office))
}
