import { feesOf } from '../../activities/payment/case-side.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import type { Outcome } from '../../domain/case/events.ts'
import { type CaseState, termClock } from '../../domain/case/state.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { ClosedCase } from './closed-cases.ts'
import type { Retold } from './retell.ts'

/** How a case ended, or would have; instants in UTC epoch ms, fees in rupiah. `met`: null where no term ran. */
export type Ending = { outcome: Outcome | null; dueAt: number | null; met: boolean | null; fees: number }
export type Compared = {
  number: string
  was: Ending
  now: Ending | null
  /** Why it could not be told again. */
  untold: string | null
  assumed: string[]
  dropped: string[]
}
export type Totals = {
  cases: number
  untold: number
  /** Told again, and ended just as before. */
  same: number
  outcomes: { was: Record<string, number>; now: Record<string, number> }
  breached: { was: number; now: number }
  deemed: { was: number; now: number }
  fees: { was: number; now: number }
}
export type Comparison = { service: string; since: string; rows: Compared[]; totals: Totals }

/** A case beside itself under the new version. */
export function compareCase({ application }: ClosedCase, retold: Retold, definition: ServiceDefinition): Compared {
  const { number, state } = application
  const bills = Object.values(state.bills ?? {}).filter(({ status }) => status === 'paid')
  const was = endingOf(
    state,
    bills.reduce((sum, { amount }) => sum + amount, 0),
  )
  if ('untold' in retold) return { number, was, now: null, untold: retold.untold, assumed: [], dropped: [] }
  const { assumed, dropped } = retold
  return {
    number,
    was,
    now: endingOf(retold.state, feesUnder(definition, application)),
    untold: null,
    assumed,
    dropped,
  }
}

function feesUnder(definition: ServiceDefinition, application: ApplicationRecord): number {
  const steps = allSteps(definition).flatMap((step) => (step.kind === 'pay' ? step : []))
  return steps.flatMap((step) => feesOf(definition, step, application)).reduce((sum, { amount }) => sum + amount, 0)
}

/** What silence has decided is decided, also before somebody has looked at it afterwards. */
function endingOf({ outcome: ended, track, clocks, closedAt }: CaseState, fees: number): Ending {
  const outcome = ended ?? (track === 'deemed' ? 'deemed-approved' : null)
  const term = clocks[termClock]
  const dueAt = term?.instants?.dueAt ?? null
  const until = term?.stoppedAt ?? closedAt
  const met = !term || dueAt === null ? null : until !== null && until <= dueAt && !term.reached.includes(100)
  return { outcome, dueAt, met, fees }
}

export const differs = ({ was, now }: Compared) =>
  now !== null &&
  (was.outcome !== now.outcome || was.met !== now.met || was.dueAt !== now.dueAt || was.fees !== now.fees)

export function totalsOf(rows: Compared[]): Totals {
  const told = rows.filter(({ now }) => now !== null)
  const [was, now] = [told.map((row) => row.was), told.flatMap((row) => row.now ?? [])]
  const both = (count: (endings: Ending[]) => number) => ({ was: count(was), now: count(now) })
  return {
    cases: rows.length,
    untold: rows.length - told.length,
    same: told.filter((row) => !differs(row)).length,
    outcomes: { was: tally(was), now: tally(now) },
    breached: both((endings) => endings.filter(({ met }) => met === false).length),
    deemed: both((endings) => endings.filter(({ outcome }) => outcome === 'deemed-approved').length),
    fees: both((endings) => endings.reduce((sum, ending) => sum + ending.fees, 0)),
  }
}

function tally(endings: Ending[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of endings) counts[outcome ?? 'open'] = (counts[outcome ?? 'open'] ?? 0) + 1
  return counts
}
