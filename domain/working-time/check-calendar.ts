import { type Calendar, type DatedHours, type Hours, type Season, type WeeklyHours, weekdays } from './calendar.ts'
import { contains, hoursInForce, usualPlan } from './day-plan.ts'
import { dayNumber, localDate, parseDay } from './local-time.ts'

export type CalendarProblem = { path: readonly (string | number)[]; message: string }

/** All that keeps a calendar of the right shape from being counted with; empty when it is sound. */
export function checkCalendar(calendar: Calendar): CalendarProblem[] {
  const wrong = [...numbers(calendar), ...dates(calendar), ...hours(calendar)]
  return wrong.length > 0 ? wrong : [...coverage(calendar), ...overlaps(calendar), ...singleDays(calendar)]
}

function* numbers(calendar: Calendar): Generator<CalendarProblem> {
  if (!Number.isInteger(calendar.version) || calendar.version < 1) {
    yield { path: ['version'], message: 'must be a whole number from 1' }
  }
  const offset = calendar.utcOffsetMinutes
  if (!Number.isInteger(offset) || offset < -720 || offset > 840) {
    yield { path: ['utcOffsetMinutes'], message: 'must be whole minutes between -720 and 840 (WIB is 420)' }
  }
}

function* dates(calendar: Calendar): Generator<CalendarProblem> {
  yield* period(['coversFrom'], calendar.coversFrom, calendar.coversUntil)
  for (const [path, entry] of datedEntries(calendar)) yield* period(path, entry.from, entry.until)
  for (const list of ['closures', 'extraWorkingDays'] as const) {
    for (const [index, { date }] of calendar[list].entries()) yield* period([list, index, 'date'], date, date)
  }
}

function* period(path: (string | number)[], from: string, until: string | undefined): Generator<CalendarProblem> {
  const invalid = [from, until ?? from].find((date) => dayNumber(date) === null)
  if (invalid !== undefined) yield { path, message: `${invalid} is no date (YYYY-MM-DD)` }
  else if (until !== undefined && until < from) yield { path, message: `ends on ${until}, before it begins on ${from}` }
}

function* hours(calendar: Calendar): Generator<CalendarProblem> {
  for (const [path, entry] of datedEntries(calendar)) {
    if ('week' in entry) yield* week([...path, 'week'], entry.week)
    else {
      yield* week([...path, 'working'], entry.working)
      yield* week([...path, 'opening'], entry.opening ?? {})
    }
  }
  for (const [index, entry] of calendar.extraWorkingDays.entries()) {
    yield* dayHours(['extraWorkingDays', index, 'working'], entry.working)
    yield* dayHours(['extraWorkingDays', index, 'opening'], entry.opening ?? [])
    if (entry.working.length === 0) yield { path: ['extraWorkingDays', index, 'working'], message: 'has no hours' }
  }
}

function* week(path: (string | number)[], weekly: WeeklyHours): Generator<CalendarProblem> {
  for (const weekday of weekdays) yield* dayHours([...path, weekday], weekly[weekday] ?? [])
}

function* dayHours(path: (string | number)[], list: readonly Hours[]): Generator<CalendarProblem> {
  if (!parseDay(list)) yield { path, message: `${list.join(', ')}: hours are HH:MM-HH:MM, in order and apart` }
}

function* coverage(calendar: Calendar): Generator<CalendarProblem> {
  const first = dayNumber(calendar.coversFrom) ?? 0
  const last = dayNumber(calendar.coversUntil) ?? 0
  for (const list of ['workingHours', 'openingHours'] as const) {
    const entries = calendar[list]
    for (let day = first; entries && day <= last; day += 1) {
      if (hoursInForce(entries, day)) continue
      yield { path: [list], message: `says nothing about ${localDate(day)}, which the calendar covers` }
      break
    }
  }
  for (const list of ['closures', 'extraWorkingDays'] as const) {
    for (const [index, { date }] of calendar[list].entries()) {
      if (date >= calendar.coversFrom && date <= calendar.coversUntil) continue
      yield {
        path: [list, index, 'date'],
        message: `${date} is outside ${calendar.coversFrom} to ${calendar.coversUntil}`,
      }
    }
  }
}

function* overlaps(calendar: Calendar): Generator<CalendarProblem> {
  const seen: [string | number, DatedHours | Season][] = []
  for (const [path, entry] of datedEntries(calendar)) {
    const [list = ''] = path
    const from = dayNumber(entry.from) ?? 0
    const other = seen.find(
      ([name, earlier]) => name === list && (contains(earlier, from) || contains(entry, dayNumber(earlier.from) ?? 0)),
    )
    if (other) yield { path, message: `overlaps the entry that begins on ${other[1].from}` }
    seen.push([list, entry])
  }
}

function* singleDays(calendar: Calendar): Generator<CalendarProblem> {
  const closed = new Set<string>()
  for (const [index, { date }] of calendar.closures.entries()) {
    if (closed.has(date)) yield { path: ['closures', index, 'date'], message: `${date} is closed twice` }
    closed.add(date)
  }
  const added = new Set<string>()
  for (const [index, { date }] of calendar.extraWorkingDays.entries()) {
    const path = ['extraWorkingDays', index, 'date']
    if (added.has(date)) yield { path, message: `${date} is added twice` }
    else if (closed.has(date)) yield { path, message: `${date} is also a closure` }
    else if (usualPlan(calendar, dayNumber(date) ?? 0).working.length > 0) {
      yield { path, message: `${date} is a working day already` }
    }
    added.add(date)
  }
}

function* datedEntries(calendar: Calendar): Generator<[(string | number)[], DatedHours | Season]> {
  for (const list of ['workingHours', 'openingHours', 'seasons'] as const) {
    for (const [index, entry] of (calendar[list] ?? []).entries()) yield [[list, index], entry]
  }
}
