import type { Verification } from '../../contracts/documents.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { standingToday } from '../register/standing.ts'

type Standing = Pick<Verification, 'state' | 'since' | 'until' | 'supersededBy'>

/** How a document stands: by the licence it entitles to, or by its own dates where no register holds one. Nothing has to run for it to expire. */
export async function standingOf(
  document: Pick<DocumentRecord, '_id' | 'issuedAt' | 'validUntil'>,
  now: number,
): Promise<Standing> {
  const { _id, issuedAt, validUntil } = document
  const unknown = { since: null, until: null, supersededBy: null }
  if (issuedAt !== null && issuedAt.getTime() > now) return { ...unknown, state: 'not-yet-issued' }
  const row = await RegisterEntry.findOne({ document: _id }).lean<RegisterRecord>()
  if (row) {
    const { standing, since, until } = standingToday(row)
    return { state: standing, since, until, supersededBy: await successor(row) }
  }
  const until = validUntil?.toISOString() ?? null
  if (validUntil !== null && validUntil.getTime() < now) return { ...unknown, state: 'expired', since: until }
  return { ...unknown, state: 'valid', until }
}

async function successor({ state }: RegisterRecord): Promise<Verification['supersededBy']> {
  if (!state.superseded) return null
  const next = await RegisterEntry.findOne({ entry: state.superseded.by }).select({ document: 1, number: 1 }).lean()
  return next && { id: next.document, number: next.number }
}
