import type { Instant, Pause } from './calendar.ts'
import type { CompiledCalendar } from './compile-calendar.ts'
import { absences } from './pauses.ts'
import { instantAt, positionAt } from './position.ts'

/**
 * When pauses have lasted so many working days altogether (`days` a whole number from 1), a part of a day as a part of it;
 * null where they end before. A pause that begins when the cap is spent reaches it where it begins.
 * @throws RangeError when the calendar does not cover the pauses or the answer.
 */
export function capReachedAt(calendar: CompiledCalendar, days: number, pauses: readonly Pause[]): Instant | null {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`cap ${days} must be a whole number from 1`)
  const scale = calendar.scales['working-days']
  let left = scale.ticksPerUnit * BigInt(days)
  for (const { from, until } of absences(pauses, calendar.begin)) {
    const begin = positionAt(calendar, scale, from)
    const run = until === Number.POSITIVE_INFINITY ? left : positionAt(calendar, scale, until) - begin
    if (run >= left) return Math.max(from, instantAt(calendar, scale, begin + left))
    left -= run
  }
  return null
}
