import { dateParts } from '../domain/indonesian-time.ts'
import { type Numbering, type NumberingContext, seriesKey } from '../domain/numbering.ts'
import { readNumber } from '../domain/read-number.ts'
import { takenSequences } from '../models/case/keep-number.ts'
import type { Complaint } from './rows/problem.ts'

export type Placed = { series: string; sequence: number }

type Around = { agency: string; village: string | null; service: string; issuedAt: number; utcOffsetMinutes: number }

/** Where an old number stands in the series that Lontar goes on with; null where it follows another pattern. */
export function placeOf(text: string, numbering: Numbering, around: Around): Placed | null {
  const read = readNumber(numbering.pattern, text)
  if (!read) return null
  const { agency, village, service, issuedAt, utcOffsetMinutes } = around
  const context: NumberingContext = {
    ...dateParts(issuedAt, utcOffsetMinutes),
    ...(read.year === undefined ? {} : { year: read.year }),
    ...(read.month === undefined ? {} : { month: read.month }),
    agency,
    service,
    ...(village ? { village } : {}),
  }
  const foreign = (['agency', 'village', 'service'] as const).some(
    (part) => read[part] !== undefined && read[part] !== context[part],
  )
  return foreign ? null : { series: seriesKey(numbering, context), sequence: read.sequence }
}

type Numbered = { line: number; key: string; placed: Placed }

/** Numbers that two rows claim, or that a document of Lontar has already; by line. */
export async function clashes(rows: Numbered[]): Promise<Map<number, Complaint>> {
  const found = new Map<number, Complaint>()
  const bySeries = Map.groupBy(rows, ({ placed }) => placed.series)
  for (const [series, members] of bySeries) {
    const taken = await takenSequences(
      series,
      members.map(({ placed }) => placed.sequence),
    )
    const first = new Map<number, number>()
    for (const { line, key, placed } of members) {
      const holder = taken.get(placed.sequence)
      const other = first.get(placed.sequence)
      if (holder !== undefined && holder !== key) found.set(line, clash('a document that is here already'))
      else if (other !== undefined) found.set(line, clash(`the row in line ${other}`))
      else first.set(placed.sequence, line)
    }
  }
  return found
}

const clash = (who: string): Complaint => ({
  field: 'document.number',
  what: `is the number of ${who}`,
  mend: 'look both up in the paper register; a number is given once',
})
