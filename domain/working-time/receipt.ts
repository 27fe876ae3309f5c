import type { Instant, LocalDate, Unit } from './calendar.ts'
import type { CompiledCalendar } from './compile-calendar.ts'
import { localDate } from './local-time.ts'
import { dayIndex, notCovered, workingDayIndex } from './position.ts'

/**
 * The first instant that counts. In working days: the opening of day 1 by the calendar's receipt rule (its article is
 * there; a term runs from complete receipt, UU 30/2014 art 53(2)). In working minutes: the receipt itself, or the next
 * working instant; the receipt rule is about days and leaves minutes alone.
 * @throws RangeError when the calendar does not cover the receipt or the answer.
 */
export function startOfCounting(calendar: CompiledCalendar, budget: { unit: Unit }, receivedAt: Instant): Instant {
  return budget.unit === 'working-days'
    ? firstDayCounted(calendar, receivedAt)
    : firstWorkingInstant(calendar, receivedAt)
}

/** The local date that a receipt counts as. A receipt at closing time is the next day's, one a millisecond earlier is not. */
export function dayOfReceipt(calendar: CompiledCalendar, receivedAt: Instant): LocalDate {
  return localDate(calendar.firstDay + receiptIndex(calendar, receivedAt))
}

function firstDayCounted(calendar: CompiledCalendar, receivedAt: Instant): Instant {
  const received = receiptIndex(calendar, receivedAt)
  const day = received + (calendar.receiptRule.excludesDayOfReceipt ? 1 : 0)
  const first = calendar.workingDays[calendar.nextWorkingDay[day] ?? calendar.workingDays.length]
  if (!first) throw notCovered(calendar, 'the first day to count')
  return first.opensAt
}

function receiptIndex(calendar: CompiledCalendar, receivedAt: Instant): number {
  const today = dayIndex(calendar, receivedAt)
  const closing = calendar.closing[today]
  if (typeof closing === 'number' && receivedAt < closing) return today
  for (let day = today + 1; day < calendar.closing.length; day += 1) {
    if (receivesOn(calendar, day)) return day
  }
  throw notCovered(calendar, 'the day that the receipt counts as')
}

function receivesOn(calendar: CompiledCalendar, day: number): boolean {
  if (calendar.receiptRule.afterClosing === 'next-opening-day') return calendar.closing[day] !== null
  return calendar.nextWorkingDay[day] !== calendar.nextWorkingDay[day + 1]
}

function firstWorkingInstant(calendar: CompiledCalendar, receivedAt: Instant): Instant {
  const index = workingDayIndex(calendar, receivedAt)
  const today = calendar.workingDays[index]
  const day = today && receivedAt >= today.closesAt ? calendar.workingDays[index + 1] : today
  const span = day?.spans.find(({ to }) => receivedAt < to)
  if (!span) throw notCovered(calendar, 'the first working minute')
  return Math.max(span.from, receivedAt)
}
