export type Validity = { amount: number; unit: 'years' | 'months' | 'days' }

const dayMs = 86_400_000

/**
 * Until when a document issued at `issuedAt` stands (UTC epoch ms): the end of the local day before the same date comes
 * round, and no longer than the end of `bound` (local date, `2031-05-04`) where that is sooner. 29 February ends on the 28th.
 */
export function validUntil(issuedAt: number, validity: Validity, utcOffsetMinutes: number, bound?: string): number {
  const offset = utcOffsetMinutes * 60_000
  const local = new Date(issuedAt + offset)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  const end = addTo(year, month, day, validity) - offset - 1
  if (bound === undefined) return end
  const bounded = Date.parse(`${bound}T00:00:00Z`) + dayMs - offset - 1
  if (Number.isNaN(bounded)) throw new RangeError(`${bound} is not a date`)
  return Math.min(end, bounded)
}

function addTo(year: number, month: number, day: number, { amount, unit }: Validity): number {
  if (unit === 'days') return Date.UTC(year, month, day + amount)
  const months = unit === 'years' ? amount * 12 : amount
  const lastDay = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate()
  return Date.UTC(year, month + months, Math.min(day, lastDay))
}
