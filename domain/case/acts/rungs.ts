import type { RungAction } from '../../service.ts'
import { endCappedPause, type NextRung } from '../clocks.ts'
import { type Proposal, system } from '../events.ts'
import { clockId } from '../open-step.ts'
import type { CaseState } from '../state.ts'
import { stepsUnderWay } from '../steps.ts'
import { type CaseContext, tell } from '../tell.ts'
import { closeOpen } from './close-open.ts'

/** The clock reached a rung, or its pause its cap. Deeming and lapsing close what is open and turn the case onto their track. */
export function reachRung(
  context: CaseContext,
  state: CaseState,
  { clock: id, percent, calendarVersion }: NextRung,
  at: number,
): Proposal[] {
  const clock = state.clocks[id]
  if (!clock || clock.reached.includes(percent) || clock.stoppedAt !== null) return []
  if (percent === 0) return endCappedPause(clock, at)
  const actions = clock.rule.rungs.find((rung) => rung.percent === percent)?.actions ?? []
  const about = { clock: id, percent, ...(state.tasks[id] ? { task: id } : {}) }
  return [
    { type: 'rung-reached', at, by: system, data: { clock: id, percent, actions, calendarVersion } },
    ...(actions.some(tellsOffice) ? tell(context, 'warned', at, about) : []),
    ...(actions.some(({ kind }) => kind === 'remind-applicant') ? tell(context, 'reminded', at, about) : []),
    ...ending(context, state, id, actions, at),
  ]
}

function tellsOffice(action: RungAction): boolean {
  return action.kind === 'remind' || action.kind === 'warn' || action.kind === 'escalate'
}

function ending(context: CaseContext, state: CaseState, clock: string, actions: RungAction[], at: number): Proposal[] {
  for (const action of actions) {
    if (action.kind === 'deem') {
      return [
        ...closeOpen(state, 'deemed', at, system),
        { type: 'track-changed', at, by: system, data: { track: 'deemed', basis: action.basis } },
      ]
    }
    if (action.kind === 'lapse') {
      return [
        ...closeOpen(state, 'lapsed', at, system),
        { type: 'track-changed', at, by: system, data: { track: 'lapse' } },
      ]
    }
    if (action.kind === 'proceed') return proceed(context, state, clock, at)
  }
  return []
}

/** Time alone ends the step that waited for it. */
function proceed(context: CaseContext, state: CaseState, clock: string, at: number): Proposal[] {
  const step = stepsUnderWay(context.flow, state).find(
    (each) => each.kind === 'wait' && clockId(context, state, each.code) === clock,
  )
  if (!step) return []
  return [
    { type: 'clock-stopped', at, by: system, data: { clock } },
    { type: 'step-ended', at, by: system, data: { track: state.track, step: step.code, outcome: 'done' } },
  ]
}
