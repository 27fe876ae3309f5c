import type { BranchStep, Flow, Step } from '../../domain/service.ts'

/**
 * The flow as a story walks it: money and other systems took the time they took, so they are gone through at once, and nobody
 * is entered in a register again. Such a step begins and ends, so that the state tells whether the case came there.
 */
export function passableFlow(flow: Flow): Flow {
  const { main, rejection, deemed, lapse } = flow.tracks
  const tracks = { main: main.map(passable), rejection: rejection.map(passable), deemed: deemed.map(passable) }
  return { ...flow, messages: [], tracks: { ...tracks, ...(lapse ? { lapse: lapse.map(passable) } : {}) } }
}

function passable(step: Step): Step {
  if (step.kind !== 'parallel') return passedAtOnce(step)
  const branches = step.branches.map(({ code, steps }) => ({ code, steps: steps.map(passedAtOnce) }))
  return { ...step, branches }
}

/** A notice of which the flow has no text tells nobody and ends at once. */
function passedAtOnce(step: BranchStep): BranchStep {
  if (step.kind !== 'pay' && step.kind !== 'call' && step.kind !== 'register') return step
  const { code, when } = step
  return { kind: 'notify', code, ...(when === undefined ? {} : { when }), message: 'bill' }
}
