import type { Role, RungAction } from '../service.ts'
import type { Proposal, TimelineEvent } from './events.ts'
import { handed } from './reduce-desk.ts'
import { outside } from './reduce-outside.ts'
import { turned, visited } from './reduce-turns.ts'
import {
  type CaseState,
  type ClockState,
  type DocumentState,
  emptyCase,
  hear,
  statusAtWork,
  stepKey,
  type TaskState,
  watcher,
  withDocuments,
  withTask,
} from './state.ts'

/** Folds a case's timeline, oldest first. */
export function foldCase(events: Iterable<TimelineEvent>): CaseState {
  let state = emptyCase()
  for (const event of events) state = applyEvent(state, event)
  return state
}

/** A kept event: the next in line, or the timeline is broken. Throws RangeError on a gap. */
export function applyEvent(state: CaseState, event: TimelineEvent): CaseState {
  if (event.seq !== state.seq + 1) throw new RangeError(`event ${event.seq} cannot follow ${state.seq}`)
  return { ...change(state, event), seq: event.seq, head: event.hash }
}

/** As it would be once the proposal is kept; only for working out what follows. */
export function foresee(state: CaseState, proposals: Proposal[]): CaseState {
  return proposals.reduce(change, state)
}

function change(state: CaseState, event: Proposal): CaseState {
  switch (event.type) {
    case 'received': {
      const { service, version, channel, place, conditions } = event.data
      return { ...state, service, version, channel, place, conditions: conditions ?? {}, receivedAt: event.at }
    }
    case 'step-started': {
      const key = stepKey(event.data.track, event.data.step)
      return { ...state, steps: { ...state.steps, [key]: { startedAt: event.at, endedAt: null, outcome: null } } }
    }
    case 'step-ended': {
      const key = stepKey(event.data.track, event.data.step)
      const step = state.steps[key] ?? { startedAt: event.at }
      return { ...state, steps: { ...state.steps, [key]: { ...step, endedAt: event.at, outcome: event.data.outcome } } }
    }
    case 'task-opened': {
      const { task: id, visit, ...rest } = event.data
      const task: TaskState = {
        ...rest,
        id,
        ...(visit ? { visit: { appointment: null, departedAt: null, arrivedAt: null } } : {}),
        status: 'open',
        assignee: null,
        openedAt: event.at,
        endedAt: null,
        decided: [],
        escalatedTo: [],
      }
      return { ...state, tasks: { ...state.tasks, [id]: task } }
    }
    case 'task-claimed':
    case 'task-assigned':
    case 'task-released':
      return handed(state, event)
    case 'task-decided':
      return taskDecided(state, event)
    case 'task-closed':
      return withTask(state, event.data.task, { status: 'closed', endedAt: event.at })
    case 'declared-complete':
      return { ...state, status: 'in-progress', completeAt: event.at }
    case 'corrected': {
      const { task, also = [], correctionId, conditions = state.conditions } = event.data
      const next = [task, ...also].reduce((all, id) => withTask(all, id, { status: 'open' }), state)
      return { ...hear(next, correctionId), status: statusAtWork(state), conditions }
    }
    case 'withdrawn':
      return { ...hear(state, event.data.withdrawalId), status: 'withdrawn' }
    case 'track-changed': {
      const status = state.status === 'returned' ? statusAtWork(state) : state.status
      return { ...state, status, track: event.data.track, basis: event.data.basis ?? state.basis }
    }
    case 'step-added':
    case 'merged':
    case 'reopened':
      return turned(state, event)
    case 'visit-scheduled':
    case 'visit-departed':
    case 'visit-arrived':
      return visited(state, event)
    case 'bill-opened':
    case 'bill-paid':
    case 'bill-cancelled':
    case 'refund-due':
    case 'call-opened':
    case 'call-answered':
    case 'call-status':
      return outside(state, event)
    case 'clock-started':
      return withClock(state, {
        ...event.data.clock,
        instants: event.data.instants ?? null,
        reached: [],
        stoppedAt: null,
      })
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-reprojected': {
      const known = state.clocks[event.data.clock.id]
      if (!known) throw new RangeError(`clock ${event.data.clock.id} was never started`)
      return withClock(state, { ...known, ...event.data.clock, instants: event.data.instants ?? null })
    }
    case 'clock-stopped': {
      const known = state.clocks[event.data.clock]
      return known ? withClock(state, { ...known, stoppedAt: event.at }) : state
    }
    case 'rung-reached':
      return rungReached(state, event)
    case 'latch-taken':
      return { ...state, latch: { kind: event.data.latch, ref: event.data.ref } }
    case 'latch-released':
      return { ...state, latch: null }
    case 'document-prepared': {
      const { document: id, code, ordinal, number } = event.data
      return withDocument(state, { id, code, ordinal, number, status: 'prepared', signedAt: null })
    }
    case 'document-received': {
      const { document: id, code, ordinal } = event.data
      return withDocument(state, { id, code, ordinal, number: null, status: 'received', signedAt: event.at })
    }
    case 'document-signed': {
      const known = state.documents[event.data.document]
      if (!known) throw new RangeError(`document ${event.data.document} was never prepared`)
      const signed: DocumentState = { ...known, status: 'signed', signedAt: event.at }
      const status = state.track === 'deemed' ? 'deemed-approved' : state.status
      const earlier = ({ code, status: was }: DocumentState) => code === known.code && was === 'signed'
      return { ...withDocument(withDocuments(state, earlier, 'superseded'), signed), status }
    }
    case 'signing-failed':
      return state
    case 'register-entered': {
      const { entry, register, document, validFrom, validUntil = null } = event.data
      return { ...state, register: [...state.register, { entry, register, document, validFrom, validUntil }] }
    }
    case 'register-amended': {
      const { entry, document } = event.data
      return { ...state, register: state.register.map((each) => (each.entry === entry ? { ...each, document } : each)) }
    }
    case 'message-queued':
      return { ...state, messages: state.messages + 1 }
    case 'closed':
      return {
        ...state,
        outcome: event.data.outcome,
        status: event.data.outcome,
        closedAt: event.at,
        ...(state.amends ? { amends: null } : {}),
      }
  }
}

function withClock(state: CaseState, clock: ClockState): CaseState {
  return { ...state, clocks: { ...state.clocks, [clock.id]: clock } }
}

function withDocument(state: CaseState, document: DocumentState): CaseState {
  return { ...state, documents: { ...state.documents, [document.id]: document } }
}

function taskDecided(state: CaseState, event: Extract<Proposal, { type: 'task-decided' }>): CaseState {
  const { task: id, decision, decisionId } = event.data
  const decided = [...(state.tasks[id]?.decided ?? []), { decision, decisionId, by: event.by.id, at: event.at }]
  if (decision === 'return') return { ...withTask(state, id, { status: 'returned', decided }), status: 'returned' }
  const next = withTask(state, id, { status: 'decided', endedAt: event.at, decided })
  return next.status === 'received' && next.completeAt === null && decision !== 'reject'
    ? { ...next, status: 'in-progress' }
    : next
}

function rungReached(state: CaseState, event: Extract<Proposal, { type: 'rung-reached' }>): CaseState {
  const clock = state.clocks[event.data.clock]
  if (!clock) throw new RangeError(`clock ${event.data.clock} was never started`)
  const next = withClock(state, { ...clock, reached: [...clock.reached, event.data.percent] })
  const task = next.tasks[clock.id]
  if (!task) return next
  const { roles, watchers } = calledBy(event.data.actions)
  const called = roles.length > 0 ? withTask(next, task.id, { escalatedTo: [...task.escalatedTo, ...roles] }) : next
  return watchers.length > 0
    ? withTask(called, task.id, { watchers: [...new Set([...(task.watchers ?? []), ...watchers])] })
    : called
}

/** Whom a rung calls to a task: roles of its own office, and offices elsewhere. */
function calledBy(actions: RungAction[]): { roles: Role[]; watchers: string[] } {
  return {
    roles: actions.flatMap((action) => {
      if (action.kind === 'escalate') return action.agency ? [] : [action.role]
      return action.kind === 'reassign' && action.role ? [action.role] : []
    }),
    watchers: actions.flatMap((action) =>
      action.kind === 'escalate' && action.agency ? [watcher(action.role, action.agency)] : [],
    ),
  }
}
