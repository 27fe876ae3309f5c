import { dateParts } from '../../domain/indonesian-time.ts'
import { formatNumber, type Numbering, seriesKey } from '../../domain/numbering.ts'
import { nextApplicationSequence } from '../../models/case/application-counter.ts'

/** A new application's number by the regency's pattern: never given twice, with gaps where a filing fails afterwards. */
export async function nextApplicationNumber(
  { applicationNumbering, utcOffsetMinutes }: { applicationNumbering: Numbering; utcOffsetMinutes: number },
  at: Date,
): Promise<string> {
  const day = dateParts(at.getTime(), utcOffsetMinutes)
  const sequence = await nextApplicationSequence(seriesKey(applicationNumbering, day))
  return formatNumber(applicationNumbering.pattern, { ...day, sequence })
}
