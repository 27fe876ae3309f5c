import type { Budget, Instant, Pause, Unit } from './calendar.ts'
import type { CompiledCalendar } from './compile-calendar.ts'
import { absences } from './pauses.ts'
import { instantAt, positionAt } from './position.ts'
import { startOfCounting } from './receipt.ts'
import { toUnits } from './scale.ts'

/*
 * `startedAt` is the instant of complete receipt (or of a task's opening), never the result of `startOfCounting`, which
 * every function here applies itself. All throw a RangeError when the calendar's data end before the answer does, or an
 * argument is out of range.
 */

/** Units of working time between `from` and `to` on a clock started at `startedAt`; time before its start counts nothing. */
export function measure(
  calendar: CompiledCalendar,
  unit: Unit,
  startedAt: Instant,
  from: Instant,
  to: Instant,
): number {
  if (from > to) throw new RangeError(`from ${from} is after to ${to}`)
  const start = startOfCounting(calendar, { unit }, startedAt)
  const scale = calendar.scales[unit]
  return toUnits(
    scale,
    positionAt(calendar, scale, Math.max(to, start)) - positionAt(calendar, scale, Math.max(from, start)),
  )
}

/** Units of the budget spent by `now`, pauses left out; may pass the budget. Never falls as time goes on. */
export function spent(
  calendar: CompiledCalendar,
  budget: Budget,
  startedAt: Instant,
  pauses: readonly Pause[],
  now: Instant,
): number {
  const start = startOfCounting(calendar, budget, startedAt)
  const scale = calendar.scales[budget.unit]
  const until = Math.max(now, start)
  let ticks = positionAt(calendar, scale, until) - positionAt(calendar, scale, start)
  for (const absence of absences(pauses, start)) {
    if (absence.from >= until) break
    ticks -= positionAt(calendar, scale, Math.min(absence.until, until)) - positionAt(calendar, scale, absence.from)
  }
  return toUnits(scale, ticks)
}

/**
 * The earliest instant at which the budget is spent: for n HK without pauses, the close of the n-th working day after the
 * day of receipt. null while a pause without end stands before it.
 */
export function dueAt(
  calendar: CompiledCalendar,
  budget: Budget,
  startedAt: Instant,
  pauses: readonly Pause[],
): Instant | null {
  return rungAt(calendar, budget, startedAt, pauses, 100)
}

/** The earliest instant at which `percent` of the budget (a whole number from 1, may pass 100) is spent; null as in `dueAt`. */
export function rungAt(
  calendar: CompiledCalendar,
  budget: Budget,
  startedAt: Instant,
  pauses: readonly Pause[],
  percent: number,
): Instant | null {
  const scale = calendar.scales[budget.unit]
  const hundredths = scale.ticksPerUnit * positive('amount', budget.amount) * positive('percent', percent)
  let left = (hundredths + 99n) / 100n
  let from = startOfCounting(calendar, budget, startedAt)
  for (const absence of absences(pauses, from)) {
    if (absence.from > calendar.end) break
    const run = positionAt(calendar, scale, absence.from) - positionAt(calendar, scale, from)
    if (run >= left) break
    if (absence.until === Number.POSITIVE_INFINITY) return null
    left -= run
    from = absence.until
  }
  return instantAt(calendar, scale, positionAt(calendar, scale, from) + left)
}

function positive(name: string, value: number): bigint {
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} ${value} must be a whole number from 1`)
  return BigInt(value)
}
