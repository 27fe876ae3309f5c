import type { Instant, Unit } from './calendar.ts'
import type { CompiledCalendar } from './compile-calendar.ts'
import { positionAt } from './position.ts'
import { toUnits } from './scale.ts'

/** Working time between two instants in units, by hours alone: no receipt rule, and nothing outside the days covered. */
export function workedBetween(calendar: CompiledCalendar, unit: Unit, from: Instant, to: Instant): number {
  const scale = calendar.scales[unit]
  const within = (instant: Instant) => Math.min(Math.max(instant, calendar.begin), calendar.end)
  if (to <= from) return 0
  return toUnits(scale, positionAt(calendar, scale, within(to)) - positionAt(calendar, scale, within(from)))
}
