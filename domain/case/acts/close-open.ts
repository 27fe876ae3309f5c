import { stopClocks } from '../clocks.ts'
import type { Actor, Proposal } from '../events.ts'
import type { CaseState } from '../state.ts'
import { isBeside, parseStepKey } from '../state.ts'

export type ClosingReason = 'withdrawn' | 'deemed' | 'rejected' | 'lapsed' | 'merged'

/**
 * Everything still open is closed for one reason: tasks, steps under way, bills nobody has paid; clocks stop, except those
 * `spared`. `except` is the task whose decision brought it about: its own end is told already.
 */
export function closeOpen(
  state: CaseState,
  reason: ClosingReason,
  at: number,
  by: Actor,
  { except = null, spared = () => false }: { except?: string | null; spared?: (clock: string) => boolean } = {},
): Proposal[] {
  const tasks = Object.values(state.tasks).filter(
    (task) => task.id !== except && !isBeside(task) && (task.status === 'open' || task.status === 'returned'),
  )
  const exceptStep = except === null ? null : state.tasks[except]
  const steps = Object.entries(state.steps)
    .filter(([, { endedAt }]) => endedAt === null)
    .map(([key]) => parseStepKey(key))
    .filter(({ track, step }) => !(exceptStep?.track === track && exceptStep.step === step))
  const bills = Object.values(state.bills ?? {}).filter(({ status }) => status === 'open')
  return [
    ...tasks.map(({ id: task }): Proposal => ({ type: 'task-closed', at, by, data: { task, reason } })),
    ...steps.map((step): Proposal => ({ type: 'step-ended', at, by, data: { ...step, outcome: 'superseded' } })),
    ...bills.map(({ id: bill }): Proposal => ({ type: 'bill-cancelled', at, by, data: { bill, reason } })),
    ...stopClocks(state, at, by, (clock) => clock !== except && !spared(clock) && !isBesideClock(state, clock)),
  ]
}

function isBesideClock({ tasks }: CaseState, clock: string): boolean {
  const task = tasks[clock]
  return task !== undefined && isBeside(task)
}
