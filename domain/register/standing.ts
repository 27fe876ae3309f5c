import type { EntryState, Standing, Suspension } from './state.ts'

/** What standing is worked out from: dates and what was decided, never a flag that something has to set in time. */
export type StandingFacts = Pick<EntryState, 'validUntil' | 'suspensions' | 'revokedAt' | 'superseded'>

/** How a licence stands, since when, and until when that is known. Instants in UTC epoch ms. */
export type StandingToday = { standing: Standing; since: number | null; until: number | null }

/**
 * How it stands at an instant, worked out whenever it is read: nothing has to run for a licence to expire or for a
 * suspension to end (and none does, where a worker is down on that day). What is graver wins.
 */
export function standingAt(
  { validUntil, suspensions, revokedAt, superseded }: StandingFacts,
  at: number,
): StandingToday {
  if (revokedAt !== null && revokedAt <= at) return { standing: 'revoked', since: revokedAt, until: null }
  if (superseded && superseded.at <= at) return { standing: 'superseded', since: superseded.at, until: null }
  if (validUntil !== null && validUntil < at) return { standing: 'expired', since: validUntil, until: null }
  const suspension = suspensions.find((each) => isRunning(each, at))
  if (suspension) return { standing: 'suspended', since: suspension.from, until: suspension.until }
  return { standing: 'valid', since: null, until: validUntil }
}

export function isRunning({ from, until, endedAt }: Suspension, at: number): boolean {
  const end = endedAt ?? until
  return from <= at && (end === null || at < end)
}
