import type { Outcome, TimelineEvent } from '../case/events.ts'
import { applyEvent } from '../case/reduce.ts'
import { type CaseState, termClock } from '../case/state.ts'
import { lineSince } from './line.ts'
import { type Shares, sharesOf } from './shares.ts'

/** Whose it is: codes of an agency, or of a village. */
export type Office = { agency: string | null; village: string | null }

/**
 * What counts of an event. `task`: where it lies. `timed`: there was a clock to keep; `late`: it was not kept. `tookMs`: how
 * long the task or case had been there. Instants in UTC epoch ms.
 */
export type Movement = Office & {
  seq: number
  kind: 'received' | 'decided' | 'closed' | 'reopened'
  at: number
  task: string | null
  step: string | null
  seat: string | null
  officer: string | null
  outcome: string | null
  timed: boolean
  late: boolean
  tookMs: number
  /** Of the case. */
  receivedAt: number
  /** Of a decided task: since when it stood in the line it was decided from. */
  since: number | null
  /** Whose time a case took; null where it was opened again, for then part of it was counted before. */
  shares: Shares | null
}

type Base = Pick<Movement, 'seq' | 'at' | 'receivedAt'>

const none = {
  task: null,
  step: null,
  seat: null,
  officer: null,
  outcome: null,
  timed: false,
  late: false,
  tookMs: 0,
  since: null,
  shares: null,
}

/** What counts of these events of a case that stood as `before`; `owner`: whose case it is, `village`: where it belongs. */
export function movementsOf(
  before: CaseState,
  events: readonly TimelineEvent[],
  { owner, village }: { owner: Office; village: string | null },
): Movement[] {
  const all: Movement[] = []
  let state = before
  for (const event of events) {
    const base: Base = { seq: event.seq, at: event.at, receivedAt: state.receivedAt ?? event.at }
    const movement = movementOf(state, event, base, owner, village)
    if (movement) all.push(movement)
    state = applyEvent(state, event)
  }
  return all
}

function movementOf(
  state: CaseState,
  event: TimelineEvent,
  base: Base,
  owner: Office,
  village: string | null,
): Movement | null {
  switch (event.type) {
    case 'received':
    case 'reopened':
      return { ...none, ...base, ...owner, kind: event.type }
    case 'task-decided':
      if (event.data.decision === 'return') return null
      return decided(state, base, event.data.task, event.data.decision, event.by.id, village)
    case 'task-closed':
      // Time decided for the officer: nobody's decision, and never within the clock.
      return event.data.reason === 'deemed' ? deemed(state, base, event.data.task, village) : null
    case 'closed':
      return closed(state, base, event.data.outcome, owner)
    default:
      return null
  }
}

function decided(
  state: CaseState,
  base: Base,
  id: string,
  outcome: string,
  officer: string | null,
  village: string | null,
): Movement | null {
  const task = state.tasks[id]
  if (!task) return null
  const clock = state.clocks[id]
  const dueAt = clock?.instants?.dueAt ?? null
  const { desk, step, seat = null, openedAt } = task
  return {
    ...none,
    ...base,
    agency: 'agency' in desk ? desk.agency : null,
    village: 'village' in desk ? village : null,
    kind: 'decided',
    task: id,
    step,
    seat,
    officer,
    outcome,
    timed: dueAt !== null,
    late: dueAt !== null && base.at > dueAt,
    tookMs: base.at - openedAt,
    since: lineSince({ openedAt, pauses: clock?.pauses ?? [] }, base.at) ?? openedAt,
  }
}

function deemed(state: CaseState, base: Base, id: string, village: string | null): Movement | null {
  const found = decided(state, base, id, 'deemed', null, village)
  return found && { ...found, timed: true, late: true, since: null }
}

/** Only what the office itself decided is held against its clock. */
const answered: readonly Outcome[] = ['approved', 'rejected', 'deemed-approved']

function closed(state: CaseState, base: Base, outcome: Outcome, owner: Office): Movement {
  const term = state.clocks[termClock]
  const dueAt = term?.instants?.dueAt ?? null
  const again = (state.round ?? 0) > 0 || Boolean(state.amends)
  const timed = !again && answered.includes(outcome) && (dueAt !== null || outcome === 'deemed-approved')
  const end = term?.stoppedAt ?? base.at
  return {
    ...none,
    ...base,
    ...owner,
    kind: 'closed',
    outcome,
    timed,
    late: timed && (outcome === 'deemed-approved' || (dueAt !== null && end > dueAt)),
    tookMs: base.at - base.receivedAt,
    shares: again ? null : sharesOf(state, base.receivedAt, base.at),
  }
}
