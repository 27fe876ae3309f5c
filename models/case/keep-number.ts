import type { ClientSession } from '../database.ts'
import { isDuplicate } from '../transaction.ts'
import { GivenNumber, NumberSeries } from './number.ts'

/** A number that was given before Lontar gave them. `key`: the document that bears it, as in `DocumentRecord.key`. */
export type OldNumber = { series: string; sequence: number; text: string; key: string; at: Date }

/** Keeps numbers as issued, in the caller's transaction. Throws on the unique index where one is taken already. */
export async function keepOldNumbers(numbers: OldNumber[], session: ClientSession): Promise<void> {
  if (numbers.length === 0) return
  const issued = numbers.map((number) => ({ ...number, status: 'issued' as const, reason: null }))
  await GivenNumber.insertMany(issued, { session })
}

/** Makes a series go on after `last`; never back. */
export async function advanceSeries(series: string, last: number): Promise<void> {
  const advance = () => NumberSeries.updateOne({ series }, { $max: { last } }, { upsert: true })
  await advance().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
    return advance()
  })
}

/** Of these sequences of a series, those that are taken, and the document that bears each. */
export async function takenSequences(series: string, sequences: number[]): Promise<Map<number, string>> {
  const taken = await GivenNumber.find({ series, sequence: { $in: sequences } })
    .select({ sequence: 1, key: 1 })
    .lean()
  return new Map(taken.map(({ sequence, key }) => [sequence, key]))
}

export type Gap = { from: number; to: number }

/** The sequences below a series' last one that nobody has, as runs. */
export async function gapsOf(series: string): Promise<{ last: number; gaps: Gap[] }> {
  const known = await NumberSeries.findOne({ series }).lean()
  const last = known?.last ?? 0
  const gaps: Gap[] = []
  let expected = 1
  for await (const { sequence } of GivenNumber.find({ series })
    .sort({ sequence: 1 })
    .select({ sequence: 1 })
    .lean()
    .cursor()) {
    if (sequence > expected) gaps.push({ from: expected, to: sequence - 1 })
    expected = sequence + 1
  }
  if (last >= expected) gaps.push({ from: expected, to: last })
  return { last, gaps }
}
