import type { TaskRow } from '../../../contracts/tasks.ts'

export type DueBar = { key: string; kind: 'late' | 'today' | 'day' | 'later'; day: string | null; count: number }
type Dated = { clock: Pick<TaskRow['clock'], 'dueAt' | 'asOf' | 'spentPercent' | 'state'> }

/** Open tasks by when they are due: late, today, each of the next days that has any, and the rest together. */
export function dueDays(tasks: readonly Dated[], localDay: (at: string) => string, atMost = 4): DueBar[] {
  const days = new Map<string, number>()
  let late = 0
  let today = 0
  for (const { clock } of tasks) {
    if (clock.state === 'breached' || clock.spentPercent >= 100) late += 1
    else if (!clock.dueAt) continue
    else if (localDay(clock.dueAt) === localDay(clock.asOf)) today += 1
    else days.set(localDay(clock.dueAt), (days.get(localDay(clock.dueAt)) ?? 0) + 1)
  }
  const sorted = [...days].sort(([one], [other]) => one.localeCompare(other))
  const shown = sorted.slice(0, atMost)
  const rest = sorted.slice(atMost).reduce((sum, [, count]) => sum + count, 0)
  return [
    { key: 'late', kind: 'late', day: null, count: late },
    { key: 'today', kind: 'today', day: null, count: today },
    ...shown.map(([day, count]): DueBar => ({ key: day, kind: 'day', day, count })),
    ...(rest > 0 ? [{ key: 'later', kind: 'later', day: null, count: rest } satisfies DueBar] : []),
  ]
}
