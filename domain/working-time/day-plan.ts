import type { Calendar, Closure, DatedHours, ExtraWorkingDay, Hours, LocalDate, Season } from './calendar.ts'
import { dayNumber, localDate, weekdayOf } from './local-time.ts'

/** The hours of one date; an empty list means none. */
export type DayPlan = { working: readonly Hours[]; opening: readonly Hours[] }

/** Looks up what a calendar says about a date. The calendar has been checked. */
export function dayPlanner(calendar: Calendar): (day: number) => DayPlan {
  const closures = new Map<LocalDate, Closure>(calendar.closures.map((closure) => [closure.date, closure]))
  const extra = new Map<LocalDate, ExtraWorkingDay>(calendar.extraWorkingDays.map((entry) => [entry.date, entry]))
  return (day) => {
    const date = localDate(day)
    if (closures.has(date)) return { working: [], opening: [] }
    const usual = usualPlan(calendar, day)
    const added = extra.get(date)
    if (!added) return usual
    const opening = calendar.openingHours ? usual.opening : added.working
    return { working: added.working, opening: added.opening ?? opening }
  }
}

/** A date's hours by week and season, before closures and extra working days. */
export function usualPlan(calendar: Calendar, day: number): DayPlan {
  const weekday = weekdayOf(day)
  const season = calendar.seasons.find((entry) => contains(entry, day))
  const week = season?.working ?? hoursInForce(calendar.workingHours, day)?.week
  const working = week?.[weekday] ?? []
  if (!calendar.openingHours) return { working, opening: working }
  const openingWeek = season?.opening ?? hoursInForce(calendar.openingHours, day)?.week
  return { working, opening: openingWeek?.[weekday] ?? [] }
}

export function hoursInForce(hours: readonly DatedHours[], day: number): DatedHours | undefined {
  return hours.find((entry) => contains(entry, day))
}

/** Whether the day lies in a dated entry, its ends included. */
export function contains(entry: DatedHours | Season, day: number): boolean {
  const from = dayNumber(entry.from)
  const until = entry.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(entry.until)
  return from !== null && until !== null && from <= day && day <= until
}
