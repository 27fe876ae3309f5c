import type { Span, SpanState } from '../../domain/authority/span.ts'
import { type AuditEntry, auditWithin } from '../audit.ts'
import type { ClientSession } from '../database.ts'
import { inTransaction } from '../transaction.ts'

/** Who ended it before its time, and when. */
export type Ended = { at: Date; by: string }
export type KeptSpan = { from: Date; until: Date; ended: Ended | null }

export const toSpan = ({ from, until, ended }: KeptSpan): Span => ({
  from: from.getTime(),
  until: until.getTime(),
  ended: ended?.at.getTime() ?? null,
})

/** Filter of what is in force at an instant. */
export const spanInForce = (at: Date) => ({
  from: { $lte: at },
  until: { $gt: at },
  $or: [{ ended: null }, { 'ended.at': { $gt: at } }],
})

/** Filter of what stands so at an instant, as `stateAt` tells of one. */
export function standingSo(state: SpanState, at: Date): Record<string, unknown> {
  if (state === 'current') return spanInForce(at)
  if (state === 'coming') return { from: { $gt: at }, ended: null }
  return { $or: [{ until: { $lte: at } }, { 'ended.at': { $lte: at } }] }
}

/** Filter of the one that can still be ended: what is over or was ended stays as it was. */
export const endable = (id: string, at: Date) => ({ _id: id, ended: null, until: { $gt: at } })

/** Ends something with its line in the audit chain; nothing is told where `end` finds nothing to end. */
export async function endWithLine(
  entry: AuditEntry,
  end: (session: ClientSession) => Promise<{ matchedCount: number }>,
): Promise<void> {
  await inTransaction(async (session) => {
    const { matchedCount } = await end(session)
    if (matchedCount > 0) await auditWithin(session, entry)
  })
}
