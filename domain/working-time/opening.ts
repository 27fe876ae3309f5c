import type { BilingualText, Calendar, Hours, LocalDate } from './calendar.ts'
import { dayPlanner } from './day-plan.ts'
import { dayNumber, localDate } from './local-time.ts'

/** A day at a counter: when it is open (empty: not at all), and what closes it where that has a name. */
export type OpeningDay = { date: LocalDate; hours: readonly Hours[]; closed: BilingualText | null }

/**
 * What a checked calendar says of `count` days from `from` on, that day included; days it does not cover are left out.
 * @throws RangeError where `from` is no date
 */
export function openingDays(calendar: Calendar, from: LocalDate, count: number): OpeningDay[] {
  const first = dayNumber(from)
  if (first === null) throw new RangeError(`${from} is no date (YYYY-MM-DD)`)
  const plan = dayPlanner(calendar)
  const closures = new Map(calendar.closures.map(({ date, name }) => [date, name]))
  return Array.from({ length: count }, (_, index) => first + index).flatMap((day): OpeningDay[] => {
    const date = localDate(day)
    if (date < calendar.coversFrom || date > calendar.coversUntil) return []
    return [{ date, hours: plan(day).opening, closed: closures.get(date) ?? null }]
  })
}
