import type { Pause } from '../case/events.ts'

/** A task in its line, with the pauses of its clock. Instants in UTC epoch ms. */
export type InLine = { openedAt: number; pauses: readonly Pick<Pause, 'from' | 'until'>[] }

/**
 * Since when a task stood in line at `at`: since it came, or since it came back from the applicant; null where it did not
 * stand there, for it was not there yet or waited on somebody else.
 */
export function lineSince({ openedAt, pauses }: InLine, at: number): number | null {
  if (openedAt > at) return null
  let since = openedAt
  for (const { from, until } of pauses) {
    if (from > at) continue
    if (until === null || until > at) return null
    since = Math.max(since, until)
  }
  return since
}

export type Waiting = InLine & { endedAt: number | null; assignee: string | null }
export type Overtaken = { all: number; free: number }

/**
 * Whom a decision went before: older equals (same step of the same service at the same desk) that stood in line when it was
 * taken. `free`: those of them that no colleague held, which the officer could as well have taken.
 */
export function overtakenBy(
  decision: { at: number; since: number; officer: string | null },
  equals: Iterable<Waiting>,
): Overtaken {
  const found = { all: 0, free: 0 }
  for (const task of equals) {
    if (task.endedAt !== null && task.endedAt <= decision.at) continue
    const since = lineSince(task, decision.at)
    if (since === null || since >= decision.since) continue
    found.all += 1
    if (task.assignee === null || task.assignee === decision.officer) found.free += 1
  }
  return found
}
