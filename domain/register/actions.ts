import { Refusal } from '../case/actions.ts'
import { standingAt } from './standing.ts'
import type { EntryState, Standing } from './state.ts'

export const entryActions = ['suspend', 'reinstate', 'revoke', 'report', 'renew', 'amend'] as const
export type EntryAction = (typeof entryActions)[number]

/** What can be done to a licence, by how it stands: one table for the workflow, the API and the screens. */
export const actionsByStanding = {
  valid: ['suspend', 'revoke', 'report', 'renew', 'amend'],
  suspended: ['reinstate', 'revoke', 'report', 'renew', 'amend'],
  expired: ['report', 'renew'],
  revoked: [],
  superseded: [],
} as const satisfies Record<Standing, readonly EntryAction[]>

export function allowsEntry(state: EntryState, action: EntryAction, at: number): boolean {
  const { standing } = standingAt(state, at)
  return (actionsByStanding[standing] as readonly EntryAction[]).includes(action)
}

/** @throws Refusal */
export function requireEntry(state: EntryState, action: EntryAction, at: number): void {
  if (allowsEntry(state, action, at)) return
  const { standing } = standingAt(state, at)
  if (standing === 'revoked' || standing === 'superseded' || standing === 'expired') throw new Refusal('entry-ended')
  throw new Refusal(action === 'reinstate' ? 'entry-not-suspended' : 'entry-not-valid')
}

/** The report that comes in next: the oldest that is missing, no later than the one that falls due next. */
export function awaitedReport(state: EntryState): number | null {
  if (!state.upkeep.reports) return null
  const received = new Set(state.reports.map(({ period }) => period))
  const last = state.reportsDue.length + 1
  for (let period = 1; period <= last; period += 1) if (!received.has(period)) return period
  return null
}

/** Reports that have fallen due and have not come in, oldest first. */
export function missingReports({ reportsDue, reports }: EntryState): { period: number; dueAt: number }[] {
  return reportsDue.filter(({ period }) => !reports.some((each) => each.period === period))
}
