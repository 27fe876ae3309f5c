import { type EntryState, foldEntry } from '../../domain/register/state.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import type { ClientSession } from '../../models/database.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { dateOf } from '../record/project/application.ts'
import type { EnteredRow } from '../record/project/register.ts'
import { readEntryTimeline, toEntryEvent } from './timeline.ts'

type Projected = Pick<
  RegisterRecord,
  'state' | 'document' | 'number' | 'validFrom' | 'validUntil' | 'revokedAt' | 'supersededAt' | 'suspension'
>

/** The licence's row, as its state says. */
export async function projectEntry(state: EntryState, session: ClientSession): Promise<Projected> {
  const { document, validFrom, validUntil, revokedAt, superseded, suspensions } = state
  const paper = await IssuedDocument.findOne({ _id: document }).session(session).orFail().lean()
  const running = suspensions.find(({ endedAt }) => endedAt === null)
  return {
    state,
    document,
    number: paper.number,
    validFrom: new Date(validFrom),
    validUntil: dateOf(validUntil),
    revokedAt: dateOf(revokedAt),
    supersededAt: dateOf(superseded?.at),
    suspension: running ? { from: new Date(running.from), until: dateOf(running.until) } : null,
  }
}

/** The row that the case entered, as its own timeline has changed it since; for comparing and mending the read model. */
export async function entryAsTold(
  entered: EnteredRow,
  session: ClientSession,
): Promise<EnteredRow & Partial<Projected>> {
  const lines = await readEntryTimeline(entered.entry, 1, session)
  if (lines.length === 0) return entered
  return { ...entered, ...(await projectEntry(foldEntry(lines.map(toEntryEvent)), session)) }
}
