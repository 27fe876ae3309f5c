import type { CaseState, TaskState } from '../domain/case/state.ts'
import { stepOf } from '../domain/case/steps.ts'
import type { ClockRule, Decision, Flow } from '../domain/service.ts'
import { type CompiledCalendar, dueAt, rungAt } from '../domain/working-time/index.ts'
import { type Behaviour, correctingDays, leaveDays, payingDays } from './behaviour.ts'
import { onward } from './onward.ts'

/** What somebody does next, and when (UTC epoch ms). */
export type Planned = { at: number } & (
  | { kind: 'decide'; task: string; decision: Decision; officer: string }
  | { kind: 'correct' }
  | { kind: 'withdraw' }
  | { kind: 'pay'; bill: string }
  | { kind: 'answer'; call: string }
)

export type Around = { flow: Flow; behaviour: Behaviour; calendar(code: string): CompiledCalendar }

/** An officer is known by their desk: one for each role and office. */
export const officerAt = ({ desk }: Pick<TaskState, 'desk'>) =>
  `${desk.role}-${'agency' in desk ? desk.agency : 'desa'}`

/** The earliest thing that people of this behaviour do to a case as it stands; null where nobody will do anything. */
export function nextAct(state: CaseState, around: Around): Planned | null {
  const acts = Object.values(state.tasks).flatMap((task): Planned[] => {
    if (task.status === 'returned') return applicantActs(task, state, around)
    return task.status === 'open' ? officerActs(task, state, around) : []
  })
  acts.push(...payments(state, around), ...answers(state, around))
  return acts.reduce<Planned | null>((first, act) => (first && first.at <= act.at ? first : act), null)
}

function applicantActs(task: TaskState, state: CaseState, { behaviour, calendar }: Around): Planned[] {
  const returned = task.decided.at(-1)?.at ?? task.openedAt
  const code = state.clocks[task.id]?.rule.calendar
  if (behaviour.citizen === 'never-corrects' || !code) return []
  const at = dueAt(calendar(code), { unit: 'working-days', amount: correctingDays }, returned, [])
  if (at === null) return []
  return [{ at, kind: behaviour.citizen === 'withdraws' ? 'withdraw' : 'correct' }]
}

function payments({ bills = {}, clocks }: CaseState, { behaviour, calendar }: Around): Planned[] {
  if (behaviour.payer === 'never-pays') return []
  return Object.values(bills).flatMap(({ id, status, openedAt }): Planned[] => {
    const running = Object.values(clocks).find((clock) => clock.stoppedAt === null)
    if (status !== 'open' || !running) return []
    const at = dueAt(calendar(running.rule.calendar), { unit: 'working-days', amount: payingDays }, openedAt, [])
    return at === null ? [] : [{ at, kind: 'pay', bill: id }]
  })
}

/** Of the outside systems that are waited for; the clock of a call bears its name. */
function answers({ calls = {}, clocks }: CaseState, { behaviour, calendar }: Around): Planned[] {
  const percent = behaviour.systems === 'maintenance' ? 130 : 30
  return Object.values(calls).flatMap(({ id, status }): Planned[] => {
    const clock = clocks[id]
    if (status !== 'open' || !clock) return []
    const at = rungAt(calendar(clock.rule.calendar), clock.rule.budget, clock.startedAt, clock.pauses, percent)
    return at === null ? [] : [{ at, kind: 'answer', call: id }]
  })
}

function officerActs(task: TaskState, state: CaseState, around: Around): Planned[] {
  const { flow, behaviour, calendar } = around
  const step = stepOf(flow, state, task.track, task.step)
  const clock = state.clocks[task.id]
  if (!clock) return []
  const isMain = task.track === 'main'
  const completes = step.kind === 'review' && step.completesReceipt === true
  if (behaviour.officers === 'absent' && isMain && !completes) return []
  const percent = behaviour.officers === 'late' && isMain ? 130 : 30
  const spent = rungAt(calendar(clock.rule.calendar), clock.rule.budget, clock.startedAt, clock.pauses, percent)
  const back = step.kind === 'sign' && behaviour.signer === 'on-leave' ? afterLeave(task, clock.rule, around) : 0
  if (spent === null || back === null) return []
  const decision = decisionOf(task, state, behaviour)
  return [{ at: Math.max(spent, back), kind: 'decide', task: task.id, decision, officer: officerAt(task) }]
}

function afterLeave({ openedAt }: TaskState, { calendar: code }: ClockRule, { calendar }: Around): number | null {
  return dueAt(calendar(code), { unit: 'working-days', amount: leaveDays }, openedAt, [])
}

/** The first desk that can return does so once, where the applicant is to be seen correcting. */
function decisionOf({ decisions, decided }: TaskState, { tasks }: CaseState, { citizen }: Behaviour): Decision {
  const wasReturned = decided.length > 0 || Object.values(tasks).some((task) => task.decided.some(isReturn))
  if (citizen !== 'content' && !wasReturned && decisions.includes('return')) return 'return'
  return onward(decisions)
}

const isReturn = ({ decision }: { decision: Decision }) => decision === 'return'
