import { feesOf } from '../../activities/payment/case-side.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { flatStepsOf } from '../../catalogue/steps-of.ts'
import type { Outcome } from '../../domain/case/events.ts'
import { paidFor } from '../../domain/case/paid.ts'
import { type CaseState, stepKey } from '../../domain/case/state.ts'
import { termOf } from '../../domain/case/term.ts'
import { tracks } from '../../domain/service.ts'
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
  const was = endingOf(state, paidFor(state))
  if ('untold' in retold) return { number, was, now: null, untold: retold.untold, assumed: [], dropped: [] }
  const { assumed, dropped } = retold
  const now = endingOf(retold.state, paidUnder(definition, retold.state, application))
  return { number, was, now, untold: null, assumed, dropped }
}

/**
 * What would have been paid: the fees of the steps that the case came to, by the answers as they were at last; of a step that it
 * came to in life without being paid, nothing.
 */
function paidUnder(definition: ServiceDefinition, state: CaseState, application: ApplicationRecord): number {
  const unpaid = unpaidSteps(application.state)
  const steps = tracks.flatMap((track) =>
    flatStepsOf(definition, track).flatMap((step) =>
      step.kind === 'pay' && stepKey(track, step.code) in state.steps && !unpaid.has(step.code) ? step : [],
    ),
  )
  return steps.flatMap((step) => feesOf(definition, step, application)).reduce((sum, { amount }) => sum + amount, 0)
}

function unpaidSteps({ bills = {} }: CaseState): Set<string> {
  const all = Object.values(bills)
  const paid = new Set(all.flatMap(({ status, step }) => (status === 'paid' ? step : [])))
  return new Set(all.flatMap(({ step }) => (paid.has(step) ? [] : step)))
}

/** How a case ended; what silence has decided is decided, also before somebody has looked at it afterwards. */
export const outcomeOf = ({ outcome, track }: CaseState): Outcome | null =>
  outcome ?? (track === 'deemed' ? 'deemed-approved' : null)

function endingOf(state: CaseState, fees: number): Ending {
  const { dueAt = null, met = null } = termOf(state) ?? {}
  return { outcome: outcomeOf(state), dueAt, met, fees }
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
