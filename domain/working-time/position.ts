import type { Instant } from './calendar.ts'
import type { CompiledCalendar, WorkingDay } from './compile-calendar.ts'
import { dayMs } from './local-time.ts'
import { markBefore, type Scale } from './scale.ts'

/** Index into the calendar's lists by day; an instant at the very end of the calendar is one past the last day. */
export function dayIndex(calendar: CompiledCalendar, instant: Instant): number {
  if (!Number.isSafeInteger(instant)) throw new RangeError(`${instant} is no instant: whole UTC epoch milliseconds`)
  if (instant < calendar.begin || instant > calendar.end) throw notCovered(calendar, new Date(instant).toISOString())
  return Math.floor((instant + calendar.offsetMs) / dayMs) - calendar.firstDay
}

/** Index of the first working day on or after the instant's local day; the list's length when there is none. */
export function workingDayIndex(calendar: CompiledCalendar, instant: Instant): number {
  return calendar.nextWorkingDay[dayIndex(calendar, instant)] ?? calendar.workingDays.length
}

/** Ticks of working time from the calendar's beginning to the instant. */
export function positionAt(calendar: CompiledCalendar, scale: Scale, instant: Instant): bigint {
  const index = workingDayIndex(calendar, instant)
  const day = calendar.workingDays[index]
  const mark = scale.marks[index]
  if (!day || !mark) return scale.end
  return mark.begin + BigInt(workedBy(day, instant)) * mark.perMs
}

/** The earliest instant (rounded up to the millisecond) at which the position is reached. */
export function instantAt(calendar: CompiledCalendar, scale: Scale, position: bigint): Instant {
  const index = markBefore(scale, position)
  const day = calendar.workingDays[index]
  const mark = scale.marks[index]
  if (!day || !mark || position > scale.end) throw notCovered(calendar, 'the instant asked for')
  let left = Number((position - mark.begin + mark.perMs - 1n) / mark.perMs)
  for (const span of day.spans) {
    if (left <= span.to - span.from) return span.from + left
    left -= span.to - span.from
  }
  return day.closesAt
}

export function notCovered(calendar: CompiledCalendar, what: string): RangeError {
  return new RangeError(
    `calendar ${calendar.code} version ${calendar.version} covers ${calendar.coversFrom} to ${calendar.coversUntil}: ${what} is outside`,
  )
}

function workedBy(day: WorkingDay, instant: Instant): number {
  let worked = 0
  for (const span of day.spans) {
    if (instant <= span.from) break
    worked += Math.min(instant, span.to) - span.from
  }
  return worked
}
