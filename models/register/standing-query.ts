import type { Standing } from '../../domain/register/state.ts'

type Query = Record<string, unknown>

/** Entries that stand so at `now`, worked out from what is projected: the query that `standingAt` is for one entry. */
export function standingQuery(standing: Standing, now: Date): Query {
  const untouched = { revokedAt: null, supersededAt: null }
  const current: Query = { $or: [{ validUntil: null }, { validUntil: { $gte: now } }] }
  const suspended: Query = {
    'suspension.from': { $lte: now },
    $or: [{ 'suspension.until': null }, { 'suspension.until': { $gt: now } }],
  }
  switch (standing) {
    case 'revoked':
      return { revokedAt: { $ne: null } }
    case 'superseded':
      return { revokedAt: null, supersededAt: { $ne: null } }
    case 'expired':
      return { ...untouched, validUntil: { $ne: null, $lt: now } }
    case 'suspended':
      return { ...untouched, $and: [current, suspended] }
    case 'valid':
      return { ...untouched, $and: [current, { $nor: [suspended] }] }
  }
}
