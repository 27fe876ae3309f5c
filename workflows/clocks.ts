import { condition, patched } from '@temporalio/workflow'
import { reachRung } from '../domain/case/acts.ts'
import { type NextRung, nextRung } from '../domain/case/clocks.ts'
import type { CaseFile } from './case-file.ts'

/**
 * Sleeps until the next rung of any running clock and fires it once. Instants come from `record`; when the calendar has
 * changed meanwhile, `record` keeps the clock's new instants in place of the rung (design rule 4).
 * Only a rung that comes sooner sets the timer anew. One that has gone, or comes later, lets it run out in vain: most
 * decisions stop clocks, and each would cost two more lines of history and a write of Temporal's.
 */
export async function keepTime(file: CaseFile): Promise<void> {
  const onlyForSooner = patched('2026-11-set-the-timer-for-sooner-rungs-only')
  while (!file.closed) {
    const rung = nextRung(file.state)
    if (!rung) {
      await condition(() => file.closed || nextRung(file.state) !== null)
      continue
    }
    const moved = () => !isSame(rung, nextRung(file.state))
    const sooner = () => (nextRung(file.state)?.at ?? rung.at) < rung.at
    const wait = rung.at - Date.now()
    if (wait > 0 && (await condition(() => file.closed || (onlyForSooner ? sooner() : moved()), wait))) continue
    await file.record((state, now) => {
      const due = nextRung(state)
      return due && isSame(rung, due) ? reachRung(file.context, state, due, now) : []
    })
  }
}

function isSame(one: NextRung | null, other: NextRung | null): boolean {
  return one?.clock === other?.clock && one?.percent === other?.percent && one?.at === other?.at
}
