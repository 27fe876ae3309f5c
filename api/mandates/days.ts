import { faultsOf, type SpanFault } from '../../domain/authority/span.ts'
import { type FieldError, fieldError } from '../errors/problems.ts'

/** Days as they were asked for, with what is said of those that lie back or are too many. */
type AskedDays = { from: string; until: string }
export type DaysWords = Pick<Record<SpanFault, FieldError>, 'in-the-past' | 'too-long'>

/** Every error of the days that somebody is to stand in, or is away, as of `now` (UTC epoch ms). */
export function checkDays(
  { from, until }: AskedDays,
  { longest, words, now }: { longest: number; words: DaysWords; now: number },
): FieldError[] {
  const said: Record<SpanFault, FieldError> = { 'before-start': endsTooEarly, ...words }
  return faultsOf({ from: Date.parse(from), until: Date.parse(until) }, longest, now).map((fault) => said[fault])
}

const endsTooEarly = fieldError(
  'until',
  'before-start',
  'Akhirnya harus sesudah awalnya dan belum lewat.',
  'It must end after it begins, and in the future.',
)
