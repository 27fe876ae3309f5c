import { isPaused } from '../domain/case/clocks.ts'
import type { CaseState } from '../domain/case/state.ts'

/** What gives a case another course by time alone; all other rungs only tell somebody. */
const turning: readonly string[] = ['deem', 'lapse', 'proceed']

/** When time alone gives the case another course next, UTC epoch ms; null where it never will. */
export function nextTurn(state: CaseState): number | null {
  const all = rungs(state).flatMap(({ at, turns }) => (turns ? at : []))
  return all.length > 0 ? Math.min(...all) : null
}

/** When the last clock has nothing more to say, UTC epoch ms; null where none runs. */
export function lastRung(state: CaseState): number | null {
  const all = rungs(state).map(({ at }) => at)
  return all.length > 0 ? Math.max(...all) : null
}

function rungs({ clocks }: CaseState): { at: number; turns: boolean }[] {
  return Object.values(clocks)
    .filter((clock) => clock.stoppedAt === null && !isPaused(clock))
    .flatMap(({ rule, instants, reached }) =>
      (instants?.rungs ?? [])
        .filter(({ percent }) => !reached.includes(percent))
        .map(({ percent, at }) => {
          const actions = rule.rungs.find((rung) => rung.percent === percent)?.actions ?? []
          return { at, turns: actions.some(({ kind }) => turning.includes(kind)) }
        }),
    )
}
