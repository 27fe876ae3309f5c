import type { ClockRule } from '../../service.ts'
import { requireDecision } from '../actions.ts'
import { startClock, stopClocks } from '../clocks.ts'
import { type Proposal, system } from '../events.ts'
import { taskId } from '../open-step.ts'
import { type CaseState, followUpStep, isBeside } from '../state.ts'
import type { CaseContext } from '../tell.ts'
import type { DecisionAct } from './decide.ts'

/**
 * The supervision that a deemed approval does not end (PP 28/2025): a task beside the closed case. Nothing where the service
 * has its supervisor look within the case, or it was opened before.
 */
export function openFollowUp(
  { number }: Pick<CaseContext, 'number'>,
  state: CaseState,
  { agency, clock, at }: { agency: string; clock: ClockRule; at: number },
): Proposal[] {
  const looked = ({ desk, track }: { desk: { role: string }; track: string }) =>
    track === 'deemed' && desk.role === 'supervisor'
  if (state.outcome !== 'deemed-approved' || Object.values(state.tasks).some(looked)) return []
  const task = taskId({ number }, { ...state, track: 'deemed' }, followUpStep)
  const desk = { role: 'supervisor' as const, agency }
  return [
    {
      type: 'task-opened',
      at,
      by: system,
      data: { task, track: 'deemed', step: followUpStep, desk, decisions: ['acknowledge'] },
    },
    startClock(task, clock, at, system),
  ]
}

/** The supervisor has looked; the case stays as closed as it was. Nothing when this very decision is already kept. */
export function closeFollowUp(state: CaseState, act: DecisionAct): Proposal[] {
  const { task: id, decision, decisionId, digest, by, at } = act
  if (state.tasks[id]?.decided.some((each) => each.decisionId === decisionId)) return []
  const task = requireDecision(state, id, by.id, decision)
  if (!isBeside(task)) throw new RangeError(`task ${id} is decided in its case`)
  return [
    { type: 'task-decided', at, by, data: { task: id, decision, decisionId, digest } },
    ...stopClocks(state, at, by, (clock) => clock === id),
  ]
}
