import { dateParts } from '../../domain/indonesian-time.ts'
import { formatNumber, type Numbering, seriesKey } from '../../domain/numbering.ts'
import { allocateNumber } from '../../models/case/allocate-number.ts'
import type { CaseDeps } from '../deps.ts'

const numbering: Numbering = { pattern: 'KW-{year}-{seq:6}', series: 'kuitansi', reset: 'yearly' }

export const receiptKey = (bill: string) => `receipt/${bill}`

/** Number of the bill's receipt: gapless in the year, once for each bill. */
export async function receiptFor({ catalogue }: CaseDeps, bill: string, at: number): Promise<string> {
  const { utcOffsetMinutes } = await catalogue.regency()
  const day = dateParts(at, utcOffsetMinutes)
  return allocateNumber({
    series: seriesKey(numbering, day),
    key: receiptKey(bill),
    format: (sequence) => formatNumber(numbering.pattern, { ...day, sequence }),
    at: new Date(at),
  })
}
