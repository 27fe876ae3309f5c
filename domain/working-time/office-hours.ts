import type { Instant } from './calendar.ts'
import type { CompiledCalendar } from './compile-calendar.ts'
import { dayIndex } from './position.ts'

/** Whether work is being done at the instant; false in breaks and at the closing minute. */
export function isWorkingTime(calendar: CompiledCalendar, instant: Instant): boolean {
  return workingDayAt(calendar, instant)?.spans.some(({ from, to }) => from <= instant && instant < to) ?? false
}

/** Close of work on the instant's local day; null where that is no working day. */
export function closeOfDay(calendar: CompiledCalendar, instant: Instant): Instant | null {
  return workingDayAt(calendar, instant)?.closesAt ?? null
}

function workingDayAt(calendar: CompiledCalendar, instant: Instant) {
  const day = dayIndex(calendar, instant)
  const index = calendar.nextWorkingDay[day]
  return index === undefined || index === calendar.nextWorkingDay[day + 1] ? undefined : calendar.workingDays[index]
}
