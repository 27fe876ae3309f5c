import type { MessageTrigger, Step, Track } from '../service.ts'
import { stopClocks } from './clocks.ts'
import { type Outcome, type Proposal, system } from './events.ts'
import { openStep } from './open-step.ts'
import { foresee } from './reduce.ts'
import { type CaseState, isClosed, stepKey } from './state.ts'
import { isPassedOver, isUndecided, stepsOf } from './steps.ts'
import { type CaseContext, tell } from './tell.ts'

const outcomes = {
  main: 'approved',
  rejection: 'rejected',
  deemed: 'deemed-approved',
  lapse: 'lapsed',
} as const satisfies Record<Track, Outcome>
const farewells = {
  main: 'approved',
  rejection: 'rejected',
  deemed: null,
  lapse: 'lapsed',
} as const satisfies Record<Track, MessageTrigger | null>

/** Everything that follows from where the case stands, up to its next rest: a task that waits, an effect begun, or the end. */
export function followUps(context: CaseContext, state: CaseState, at: number): Proposal[] {
  const all: Proposal[] = []
  let now = state
  for (;;) {
    const moves = nextMove(context, now, at)
    if (moves.length === 0) return all
    all.push(...moves)
    now = foresee(now, moves)
  }
}

function nextMove(context: CaseContext, state: CaseState, at: number): Proposal[] {
  if (state.seq === 0 && state.receivedAt === null) return []
  if (isClosed(state) || state.status === 'returned') return []
  const found = walk(context, state, stepsOf(context.flow, state, state.track), at)
  if (found === 'rests') return []
  return found === 'done' ? closeCase(context, state, at) : found
}

/** The next move along these steps; branches side by side rest only when none of them can move. */
function walk(
  context: CaseContext,
  state: CaseState,
  steps: readonly Step[],
  at: number,
): Proposal[] | 'rests' | 'done' {
  for (const step of steps) {
    if (isUndecided(state, step)) return 'rests'
    if (isPassedOver(state, step)) continue
    const known = state.steps[stepKey(state.track, step.code)]
    if (!known) return openStep(context, state, step, at) ?? 'rests'
    if (known.endedAt !== null) continue
    if (step.kind !== 'parallel') return 'rests'
    const branches = step.branches.map((branch) => walk(context, state, branch.steps, at))
    const move = branches.find((found) => Array.isArray(found))
    if (move) return move
    if (branches.includes('rests')) return 'rests'
    return [{ type: 'step-ended', at, by: system, data: { track: state.track, step: step.code, outcome: 'done' } }]
  }
  return 'done'
}

function closeCase(context: CaseContext, state: CaseState, at: number): Proposal[] {
  const farewell = farewells[state.track]
  return [
    ...stopClocks(state, at, system),
    ...(farewell ? tell(context, farewell, at) : []),
    { type: 'closed', at, by: system, data: { outcome: state.amends ?? outcomes[state.track] } },
  ]
}
