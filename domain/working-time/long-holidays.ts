import type { BilingualText, Calendar, LocalDate } from './calendar.ts'
import { dayPlanner, usualPlan } from './day-plan.ts'
import { dayNumber, localDate } from './local-time.ts'

/** `from` is its first day without work; `before` a working day a little ahead of it. */
export type LongHoliday = { before: LocalDate; from: LocalDate; name: BilingualText }

/** So many days on which people would have worked are closed in a row. */
const closedDays = 3
/** So many working days before it, `before` lies. */
const ahead = 3
const farthest = 400

/** Long holidays of the next year that a case begun after `today` can run into, within what the calendar covers. */
export function longHolidays(calendar: Calendar, today: LocalDate): LongHoliday[] {
  const plan = dayPlanner(calendar)
  const works = (day: number) => plan(day).working.length > 0
  const first = (dayNumber(today) ?? 0) + 1
  const last = Math.min(dayNumber(calendar.coversUntil) ?? first, first + farthest)
  const worked: number[] = []
  const found: LongHoliday[] = []
  for (let day = first; day <= last; day += 1) {
    if (works(day)) {
      worked.push(day)
      continue
    }
    const from = day
    while (day < last && !works(day + 1)) day += 1
    const before = worked.at(-ahead)
    const name = nameOf(calendar, from, day)
    if (before !== undefined && name && lost(calendar, from, day) >= closedDays)
      found.push({ before: localDate(before), from: localDate(from), name })
  }
  return found
}

function lost(calendar: Calendar, from: number, until: number): number {
  let count = 0
  for (let day = from; day <= until; day += 1) if (usualPlan(calendar, day).working.length > 0) count += 1
  return count
}

/** The holiday that most of its days are named after, joint leave too. */
function nameOf({ closures }: Calendar, from: number, until: number): BilingualText | null {
  const within = closures.filter(({ date }) => {
    const day = dayNumber(date)
    return day !== null && from <= day && day <= until
  })
  const named = ({ id }: BilingualText) => within.filter(({ name }) => name.id.includes(id)).length
  const holidays = within.flatMap(({ kind, name }) => (kind === 'national-holiday' ? name : []))
  return holidays.sort((one, other) => named(other) - named(one))[0] ?? null
}
