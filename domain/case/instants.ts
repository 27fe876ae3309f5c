import { type CompiledCalendar, capReachedAt, dueAt, rungAt } from '../working-time/index.ts'
import { isPaused } from './clocks.ts'
import type { ClockInstants, ClockLedger } from './events.ts'

/**
 * When a clock's rungs are reached and its budget is spent, by this calendar; nothing is ahead while it is paused. Outside
 * the workflow only: the arithmetic must be free to change (design rule 4).
 */
export function instantsOf(calendar: CompiledCalendar, { rule, startedAt, pauses }: ClockLedger): ClockInstants {
  const { version: calendarVersion } = calendar
  if (isPaused({ id: '', rule, startedAt, pauses })) {
    const cap = firstCap(calendar, pauses)
    return { calendarVersion, dueAt: null, rungs: [], ...(cap ? { cap } : {}) }
  }
  const rungs = rule.rungs.flatMap(({ percent }) => {
    const at = rungAt(calendar, rule.budget, startedAt, pauses, percent)
    return at === null ? [] : [{ percent, at }]
  })
  return { calendarVersion, dueAt: dueAt(calendar, rule.budget, startedAt, pauses), rungs }
}

/** The first of the reasons under a cap for which it stands still to have lasted as long as it may. */
function firstCap(calendar: CompiledCalendar, pauses: ClockLedger['pauses']): ClockInstants['cap'] | undefined {
  const open = pauses.filter(({ until, cap }) => until === null && cap !== undefined)
  const caps = open.flatMap(({ reason, cap = 0 }) => {
    const at = capReachedAt(
      calendar,
      cap,
      pauses.filter((pause) => pause.reason === reason),
    )
    return at === null ? [] : [{ at, reason }]
  })
  return caps.sort((a, b) => a.at - b.at)[0]
}
