import { condition } from '@temporalio/workflow'
import { reachRung } from '../domain/case/acts.ts'
import { type NextRung, nextRung } from '../domain/case/clocks.ts'
import type { CaseFile } from './case-file.ts'

/**
 * Sleeps until the next rung of any running clock and fires it once. Instants come from `record`; when the calendar has
 * changed meanwhile, `record` keeps the clock's new instants in place of the rung (design rule 4).
 */
export async function keepTime(file: CaseFile): Promise<void> {
  while (!file.closed) {
    const rung = nextRung(file.state)
    const moved = () => file.closed || !isSame(rung, nextRung(file.state))
    if (!rung) {
      await condition(moved)
      continue
    }
    const wait = rung.at - Date.now()
    if (wait > 0 && (await condition(moved, wait))) continue
    await file.record((state, now) => {
      const due = nextRung(state)
      return due && isSame(rung, due) ? reachRung(file.context, state, due, now) : []
    })
  }
}

function isSame(one: NextRung | null, other: NextRung | null): boolean {
  return one?.clock === other?.clock && one?.percent === other?.percent && one?.at === other?.at
}
