/** What each act of a person or of time means for a licence: pure, refusing with `Refusal` what cannot be. */
import { Refusal } from '../case/actions.ts'
import { type Actor, system } from '../case/events.ts'
import { awaitedReport, requireEntry } from './actions.ts'
import type { DueEntry } from './agenda.ts'
import type { Entered, EntryProposal } from './events.ts'
import type { EntryState } from './state.ts'

type Said = { actId: string; digest: string; by: Actor; at: number }

/** The entry itself, at the moment its case made it: however late its own workflow starts. */
export function enter(entered: Entered): EntryProposal {
  return { type: 'entered', at: entered.validFrom, by: system, data: entered }
}

export function suspend(
  state: EntryState,
  { actId, digest, by, at, until }: Said & { until: number | null },
): EntryProposal[] {
  if (state.heard.includes(actId)) return []
  requireEntry(state, 'suspend', at)
  if (until !== null && until <= at) throw new Refusal('entry-until-passed')
  return [...endedByItself(state, at), { type: 'suspended', at, by, data: { actId, digest, until } }]
}

export function reinstate(state: EntryState, { actId, digest, by, at }: Said): EntryProposal[] {
  if (state.heard.includes(actId)) return []
  requireEntry(state, 'reinstate', at)
  return [{ type: 'reinstated', at, by, data: { actId, digest } }]
}

export function receiveReport(state: EntryState, { actId, digest, by, at }: Said): EntryProposal[] {
  if (state.heard.includes(actId)) return []
  requireEntry(state, 'report', at)
  if (!state.upkeep.reports) throw new Refusal('entry-asks-no-report')
  const period = awaitedReport(state)
  if (period === null) throw new Refusal('entry-no-report-due')
  return [{ type: 'report-received', at, by, data: { actId, digest, period } }]
}

/** Its place is taken, once: a second taker is refused. */
export function renew(state: EntryState, { renewal, at }: { renewal: string; at: number }): EntryProposal[] {
  if (state.superseded?.by === renewal) return []
  requireEntry(state, 'renew', at)
  return [{ type: 'renewed', at, by: system, data: { renewal } }]
}

export function amend(
  state: EntryState,
  { actId, digest, by, at, document }: Said & { document: string },
): EntryProposal[] {
  if (state.heard.includes(actId)) return []
  requireEntry(state, 'amend', at)
  return [{ type: 'amended', at, by, data: { actId, digest, document } }]
}

/** What was due is done, once. */
export function reach(state: EntryState, due: DueEntry, at: number): EntryProposal[] {
  switch (due.kind) {
    case 'reminder':
      return state.reminded.includes(due.days) ? [] : [{ type: 'reminded', at, by: system, data: { days: due.days } }]
    case 'suspension-end':
      return endedByItself(state, at)
    case 'report': {
      const { period, at: dueAt } = due
      if (state.reportsDue.some((each) => each.period === period)) return []
      return [{ type: 'report-due', at, by: system, data: { period, dueAt } }]
    }
    case 'expiry':
      return state.expiredAt === null ? [{ type: 'expired', at, by: system, data: {} }] : []
  }
}

function endedByItself({ suspensions }: EntryState, at: number): EntryProposal[] {
  const over = suspensions.some(({ until, endedAt }) => endedAt === null && until !== null && until <= at)
  return over ? [{ type: 'reinstated', at, by: system, data: {} }] : []
}
