import type { Request } from 'express'
import type { RegisterDetail } from '../../contracts/register.ts'
import {
  allowsEntry,
  awaitedReport,
  type EntryAction,
  entryActions,
  missingReports,
} from '../../domain/register/actions.ts'
import { reportDueAt } from '../../domain/register/agenda.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { asOf } from '../case/present-row.ts'
import { allows } from '../middleware/ability.ts'
import { presentRegisterRow } from './present-row.ts'
import { opensAt, pendingRenewal } from './renewal.ts'
import { entryTimeline } from './timeline.ts'
import { type EntryWords, entryWordBook } from './words.ts'

/** A licence with its story and with what the asking person may do to it now. */
export async function showEntry(request: Request, row: RegisterRecord): Promise<RegisterDetail> {
  const words = await entryWordBook()(row)
  const pending = await pendingRenewal(row.entry)
  const opens = opensAt(row)
  return {
    ...presentRegisterRow(row, words),
    timeline: await entryTimeline(request, row),
    actions: entryActions.filter((action) => isLegal(request, row, words, action, pending)),
    renewal: { opensAt: opens === null ? null : new Date(opens).toISOString(), pending },
    report: presentReports(row, words),
    supersededBy: await named(row.state.superseded?.by),
    renews: await named(row.renews),
  }
}

function isLegal(
  { person }: Request,
  row: RegisterRecord,
  { register }: EntryWords,
  action: EntryAction,
  pending: string | null,
): boolean {
  // No screen amends: it comes with the case that replaces the document.
  if (action === 'amend' || !allowsEntry(row.state, action, asOf(row))) return false
  if (!allows(person, action, 'register', row)) return false
  if (action === 'revoke') return register?.revocation !== undefined
  if (action === 'report') return awaitedReport(row.state) !== null
  if (action === 'renew') {
    const opens = opensAt(row)
    return register?.renewal !== undefined && pending === null && opens !== null && opens <= asOf(row)
  }
  return true
}

function presentReports({ state }: RegisterRecord, { register }: EntryWords): RegisterDetail['report'] {
  const { reports } = state.upkeep
  if (!reports || !register?.report) return null
  const next = reportDueAt(reports, state.reportsDue.length + 1)
  const isAhead = state.validUntil === null || next <= state.validUntil
  return {
    name: register.report.name,
    nextDueAt: isAhead ? new Date(next).toISOString() : null,
    missing: missingReports(state).map(({ dueAt }) => new Date(dueAt).toISOString()),
  }
}

async function named(entry: string | null | undefined): Promise<{ entry: string; number: string } | null> {
  if (!entry) return null
  const other = await RegisterEntry.findOne({ entry }).select({ number: 1 }).lean()
  return other && { entry, number: other.number }
}
