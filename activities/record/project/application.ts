import { countedClocks } from '../../../domain/case/clocks.ts'
import { stepOfClock } from '../../../domain/case/open-step.ts'
import {
  type BillState,
  type CallState,
  type CaseState,
  isClosed,
  isCorrectionClock,
  parseStepKey,
  type TaskState,
  termClock,
} from '../../../domain/case/state.ts'
import type { ApplicationRecord, Waiting } from '../../../models/case/application.ts'

type Projected = Pick<
  ApplicationRecord,
  'state' | 'status' | 'waiting' | 'alsoWaiting' | 'dueAt' | 'clocked' | 'closedAt'
>

/** The application's row, as its state says. */
export function projectApplication(state: CaseState): Projected {
  const [waiting, ...others] = waitingOn(state)
  const term = state.clocks[termClock]
  const dueAt = term && term.stoppedAt === null ? dateOf(term.instants?.dueAt) : waiting.until
  const { status, closedAt } = state
  return { state, status, waiting, alsoWaiting: others, dueAt, clocked: clockedBy(state), closedAt: dateOf(closedAt) }
}

function clockedBy(state: CaseState): Projected['clocked'] {
  const keys = countedClocks(state).map(({ rule, instants }) => `${rule.calendar}@${instants?.calendarVersion}`)
  return [...new Set(keys)].sort().map((key) => {
    const [calendar = '', version] = key.split('@')
    return { calendar, version: Number(version) }
  })
}

const nobody: Waiting = { kind: 'nobody', step: null, task: null, role: null, agency: null, until: null }

/** Whom the case waits on, the first of them first: several where branches walk side by side. */
function waitingOn(state: CaseState): [Waiting, ...Waiting[]] {
  if (isClosed(state)) return [nobody]
  const tasks = Object.values(state.tasks)
  const returned = tasks.find((task) => task.status === 'returned')
  if (returned) return [onCorrection(state, returned)]
  const [first, ...others] = [
    ...tasks.filter(({ status }) => status === 'open').map((task) => onOffice(state, task)),
    ...Object.values(state.bills ?? {}).flatMap((bill) => (bill.status === 'open' ? onPayment(state, bill) : [])),
    ...Object.values(state.calls ?? {}).flatMap((call) => (call.status === 'open' ? onOutside(call) : [])),
  ]
  if (first) return [first, ...others]
  const step = Object.entries(state.steps).find(([, each]) => each.endedAt === null)?.[0]
  return [{ ...nobody, kind: 'system', step: step ? parseStepKey(step).step : null }]
}

/** Until when, where the applicant's own clock runs. */
function onCorrection({ clocks }: CaseState, { id, step }: TaskState): Waiting {
  const clock = Object.values(clocks).find((each) => isCorrectionClock(each.id) && each.stoppedAt === null)
  return { ...nobody, kind: 'applicant', step, task: id, until: dateOf(clock?.instants?.dueAt) }
}

function onPayment({ clocks }: CaseState, { step }: BillState): Waiting {
  const clock = Object.values(clocks).find(({ id, stoppedAt }) => stoppedAt === null && stepOfClock(id) === step)
  return { ...nobody, kind: 'payment', step, until: dateOf(clock?.instants?.dueAt) }
}

function onOutside({ step, system, agency, since }: CallState): Waiting {
  return { ...nobody, kind: 'outside', step, agency, system, since: new Date(since) }
}

function onOffice(state: CaseState, task: TaskState): Waiting {
  return {
    kind: 'office',
    step: task.step,
    task: task.id,
    role: task.desk.role,
    agency: 'agency' in task.desk ? task.desk.agency : null,
    until: dateOf(state.clocks[task.id]?.instants?.dueAt),
  }
}

export function dateOf(instant: number | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant)
}
