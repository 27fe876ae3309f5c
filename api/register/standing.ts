import type { StandingToday } from '../../contracts/register.ts'
import { standingAt } from '../../domain/register/standing.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { asOf } from '../case/present-row.ts'

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())

/** How a licence stands now: worked out as it is read, whether or not its workflow was awake (ADR 10). */
export function standingToday(row: Pick<RegisterRecord, 'state' | 'shift'>): StandingToday {
  const { standing, since, until } = standingAt(row.state, asOf(row))
  return { standing, since: iso(since), until: iso(until) }
}
