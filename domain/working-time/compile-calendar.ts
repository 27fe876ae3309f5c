import type { Calendar, Instant, LocalDate, ReceiptRule, Unit } from './calendar.ts'
import { checkCalendar } from './check-calendar.ts'
import { dayPlanner } from './day-plan.ts'
import { dayMs, dayNumber, localDate, minuteMs, parseDay } from './local-time.ts'
import { makeScales, type Scale } from './scale.ts'

/** A working day in instants; `length` is its working time in milliseconds, breaks left out. */
export type WorkingDay = {
  readonly date: LocalDate
  readonly spans: readonly { readonly from: Instant; readonly to: Instant }[]
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly length: number
}

/** A calendar laid out for counting. Immutable; made by `compileCalendar`, kept by whoever holds that calendar's version. */
export type CompiledCalendar = {
  readonly code: string
  readonly version: number
  readonly coversFrom: LocalDate
  readonly coversUntil: LocalDate
  readonly receiptRule: ReceiptRule
  readonly offsetMs: number
  /** Day number of `coversFrom`; the lists by day begin there. */
  readonly firstDay: number
  /** First instant covered, and the first no longer covered. */
  readonly begin: Instant
  readonly end: Instant
  readonly workingDays: readonly WorkingDay[]
  /** By day, and one past the last: index of the first working day on or after it. */
  readonly nextWorkingDay: readonly number[]
  /** By day: when receipts stop counting as that day's; null on days that receive none. */
  readonly closing: readonly (Instant | null)[]
  readonly scales: Readonly<Record<Unit, Scale>>
}

/**
 * Lays a calendar out day by day, so that counting is look-up.
 * @throws RangeError naming the calendar and every entry that is wrong.
 */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const problems = checkCalendar(calendar)
  const firstDay = dayNumber(calendar.coversFrom)
  const lastDay = dayNumber(calendar.coversUntil)
  if (problems.length > 0 || firstDay === null || lastDay === null) {
    const lines = problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new RangeError(`calendar ${calendar.code} version ${calendar.version}: ${lines.join('; ')}`)
  }
  const planOf = dayPlanner(calendar)
  const offsetMs = calendar.utcOffsetMinutes * minuteMs
  const workingDays: WorkingDay[] = []
  const nextWorkingDay: number[] = []
  const closing: (Instant | null)[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnight = day * dayMs - offsetMs
    const plan = planOf(day)
    const lastOpening = parseDay(plan.opening)?.at(-1)
    closing.push(lastOpening ? midnight + lastOpening.to * minuteMs : null)
    nextWorkingDay.push(workingDays.length)
    const spans = (parseDay(plan.working) ?? []).map(({ from, to }) =>
      Object.freeze({ from: midnight + from * minuteMs, to: midnight + to * minuteMs }),
    )
    const opening = spans[0]
    const last = spans.at(-1)
    if (!opening || !last) continue
    const length = spans.reduce((sum, span) => sum + span.to - span.from, 0)
    workingDays.push(
      Object.freeze({
        date: localDate(day),
        spans: Object.freeze(spans),
        opensAt: opening.from,
        closesAt: last.to,
        length,
      }),
    )
  }
  nextWorkingDay.push(workingDays.length)
  return Object.freeze({
    code: calendar.code,
    version: calendar.version,
    coversFrom: calendar.coversFrom,
    coversUntil: calendar.coversUntil,
    receiptRule: Object.freeze({ ...calendar.receiptRule }),
    offsetMs,
    firstDay,
    begin: firstDay * dayMs - offsetMs,
    end: (lastDay + 1) * dayMs - offsetMs,
    workingDays: Object.freeze(workingDays),
    nextWorkingDay: Object.freeze(nextWorkingDay),
    closing: Object.freeze(closing),
    scales: makeScales(workingDays.map((day) => day.length)),
  })
}
