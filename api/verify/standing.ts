import type { Verification } from '../../contracts/documents.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { asOf } from '../case/present-row.ts'
import { standingToday } from '../register/standing.ts'

type Standing = Pick<Verification, 'state' | 'since' | 'until' | 'supersededBy'>

/** How a document stands: by the licence it entitles to, or by its own dates where no register holds one. Nothing has to run for it to expire. */
export async function standingOf(
  document: Pick<DocumentRecord, '_id' | 'code' | 'issuedAt' | 'validUntil'>,
  application: ApplicationRecord,
): Promise<Standing> {
  const { _id, issuedAt, validUntil } = document
  const now = asOf(application)
  const unknown = { since: null, until: null, supersededBy: null }
  if (issuedAt !== null && issuedAt.getTime() > now) return { ...unknown, state: 'not-yet-issued' }
  const inCase = standingInCase(document, application)
  if (inCase) return { ...unknown, ...inCase }
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

/** What became of it in its own case: another version stands in its place, or the case was opened again. */
function standingInCase(
  { _id, code }: Pick<DocumentRecord, '_id' | 'code'>,
  { state }: ApplicationRecord,
): Pick<Standing, 'state' | 'supersededBy'> | null {
  const known = state.documents[_id]?.status
  if (known === 'annulled') return { state: known, supersededBy: null }
  if (known !== 'superseded') return null
  const stands = Object.values(state.documents).find((each) => each.code === code && each.status === 'signed')
  return { state: known, supersededBy: stands ? { id: stands.id, number: stands.number ?? '' } : null }
}
