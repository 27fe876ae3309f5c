import type { BranchStep, Flow, Step, Track } from '../service.ts'
import { flatten } from '../service.ts'
import { type CaseState, stepKey } from './state.ts'

/** The steps of a track as this case walks them: those of its flow, and those that were put in. */
export function stepsOf(
  { tracks }: Pick<Flow, 'tracks'>,
  { added = [] }: Pick<CaseState, 'added'>,
  track: Track,
): Step[] {
  const written = tracks[track] ?? []
  return added
    .filter((one) => one.track === track)
    .reduce<Step[]>((steps, { after, step }) => insertAfter(steps, after, step), written)
}

function insertAfter(steps: Step[], after: string, added: BranchStep): Step[] {
  return steps.flatMap((step): Step[] => {
    if (step.code === after) return [step, added]
    if (step.kind !== 'parallel') return [step]
    const branches = step.branches.map((branch) => ({
      ...branch,
      steps: branch.steps.flatMap((each) => (each.code === after ? [each, added] : [each])),
    }))
    return [{ ...step, branches }]
  })
}

/** Throws RangeError for a step that the case does not have. */
export function stepOf(flow: Flow, state: CaseState, track: Track, code: string): Step {
  const step = flatten<Step>(stepsOf(flow, state, track)).find((each) => each.code === code)
  if (!step) throw new RangeError(`${flow.service} v${flow.version} has no step ${track}/${code}`)
  return step
}

/** What is under way now, in the order it is written; several where branches walk side by side. */
export function stepsUnderWay(flow: Flow, state: CaseState): Step[] {
  return flatten<Step>(stepsOf(flow, state, state.track)).filter((step) => isUnderWay(state, step))
}

export function isUnderWay(state: CaseState, { code }: Step, track: Track = state.track): boolean {
  const known = state.steps[stepKey(track, code)]
  return known !== undefined && known.endedAt === null
}

/** Whether a condition of the definition passes it over. */
export function isPassedOver({ conditions }: CaseState, { when }: { when?: string }): boolean {
  return when !== undefined && conditions[when] !== true
}

/**
 * Whether nobody can say yet: conditions are known only once the receipt has been kept, so a case that begins with a step
 * that hangs on one waits for that.
 */
export function isUndecided({ head, tasks, conditions }: CaseState, step: Step): boolean {
  if (head !== '' || Object.keys(tasks).length > 0 || Object.keys(conditions).length > 0) return false
  return step.when !== undefined || (step.kind === 'consult' && step.panel.some((seat) => seat.when !== undefined))
}
