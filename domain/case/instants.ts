import { type CompiledCalendar, dueAt, rungAt } from '../working-time/index.ts'
import { isPaused } from './clocks.ts'
import type { ClockInstants, ClockLedger } from './events.ts'

/** Outside the workflow only: the arithmetic must be free to change (design rule 4). When a clock's rungs are reached and its budget is spent, by this calendar; nothing is ahead while it is paused. */
export function instantsOf(calendar: CompiledCalendar, { rule, startedAt, pauses }: ClockLedger): ClockInstants {
  const { version: calendarVersion } = calendar
  if (isPaused({ id: '', rule, startedAt, pauses })) return { calendarVersion, dueAt: null, rungs: [] }
  const rungs = rule.rungs.flatMap(({ percent }) => {
    const at = rungAt(calendar, rule.budget, startedAt, pauses, percent)
    return at === null ? [] : [{ percent, at }]
  })
  return { calendarVersion, dueAt: dueAt(calendar, rule.budget, startedAt, pauses), rungs }
}
