import type { Channel, Decision, Desk, ReviewStep, Role, Track } from '../service.ts'
import type { ClockInstants, ClockLedger, Conditions, HandOverReason, Latch, Outcome, Place } from './events.ts'

export const statuses = [
  'received',
  'in-progress',
  'returned',
  'approved',
  'deemed-approved',
  'rejected',
  'withdrawn',
  'lapsed',
  'merged',
] as const
export type Status = (typeof statuses)[number]

export type TaskStatus = 'open' | 'returned' | 'decided' | 'closed'

export type TaskState = {
  id: string
  track: Track
  step: string
  desk: Desk
  decisions: Decision[]
  status: TaskStatus
  assignee: string | null
  openedAt: number
  endedAt: number | null
  /** Every decision taken on it, oldest first: a returned task is decided again. */
  decided: { decision: Decision; decisionId: string; by: string; at: number }[]
  /** Roles it was escalated to: they may act on it too. */
  escalatedTo: Role[]
  /** Offices elsewhere that watch it, `role@agency`. */
  watchers?: string[]
  /** Which of those asked at once this is. */
  seat?: string
  /** Where somebody travels: instants of the appointment, of leaving and of arriving. */
  visit?: Visit
  /** How it last came to where it is, where it did so by itself; `from` null: from the whole desk. */
  handOver?: HandOver
}

/** `offered`: it goes back to `from` unless somebody takes it up. */
export type HandOver = { from: string | null; reason: HandOverReason; at: number; offered: boolean }

export type Visit = { appointment: number | null; departedAt: number | null; arrivedAt: number | null }

/** Amounts in rupiah. */
export type BillState = {
  id: string
  step: string
  amount: number
  status: 'open' | 'paid' | 'cancelled'
  openedAt: number
  /** What the closed case owes of it. */
  refund?: { id: string; amount: number }
}

export type CallState = {
  id: string
  step: string
  system: string
  agency: string
  since: number
  status: 'open' | 'done' | 'refused'
  /** The instant of the newest status that its system told. */
  saidAt?: number
}

export type ClockState = ClockLedger & {
  instants: ClockInstants | null
  /** Percents of the rungs that have been reached: each fires once. */
  reached: number[]
  stoppedAt: number | null
  /** When an outside system asked that it begin anew, and by which status: nothing of it was carried out. */
  resetsAsked?: { at: number; system: string; code: string }[]
}

export type DocumentState = {
  id: string
  code: string
  ordinal: number
  /** null where the owner's number lies with the decision that brought it. */
  number: string | null
  /** superseded: a later version stands in its place. annulled: the case was opened again. */
  status: 'prepared' | 'signed' | 'received' | 'superseded' | 'annulled'
  signedAt: number | null
}

export type StepState = { startedAt: number; endedAt: number | null; outcome: string | null }

/** A case as its timeline says: the fold of its events, nothing else. Keys of `steps` are `track/step`. */
export type CaseState = {
  seq: number
  head: string
  service: string
  version: number
  channel: Channel | null
  place: Place
  status: Status
  track: Track
  steps: Record<string, StepState>
  tasks: Record<string, TaskState>
  clocks: Record<string, ClockState>
  documents: Record<string, DocumentState>
  register: { entry: string; register: string; document: string; validFrom: number; validUntil: number | null }[]
  conditions: Conditions
  latch: Latch | null
  messages: number
  /** Corrections and withdrawals kept so far: the same act again changes nothing. */
  heard: string[]
  basis: string | null
  receivedAt: number | null
  completeAt: number | null
  closedAt: number | null
  outcome: Outcome | null
  /** What follows is absent where nothing of it has happened: cases of earlier releases never knew it. */
  added?: { track: Track; after: string; step: ReviewStep }[]
  bills?: Record<string, BillState>
  calls?: Record<string, CallState>
  /** How often it was opened again. */
  round?: number
  /** How it had ended, while only its document is being corrected. */
  amends?: Outcome | null
  mergedInto?: string
}

/** How a watching office elsewhere is named. */
export const watcher = (role: Role, agency: string) => `${role}@${agency}`

export const termClock = 'term'

/**
 * Code of the supervision task beside a case that silence approved: it opens when the case closes, and no step of the
 * service waits on it.
 */
export const followUpStep = 'tindak-lanjut'
export const isBeside = ({ step }: { step: string }) => step === followUpStep

export function emptyCase(): CaseState {
  return {
    seq: 0,
    head: '',
    service: '',
    version: 0,
    channel: null,
    place: { village: null, servicePoint: null },
    status: 'received',
    track: 'main',
    steps: {},
    tasks: {},
    clocks: {},
    documents: {},
    register: [],
    conditions: {},
    latch: null,
    messages: 0,
    heard: [],
    basis: null,
    receivedAt: null,
    completeAt: null,
    closedAt: null,
    outcome: null,
  }
}

export const stepKey = (track: Track, step: string) => `${track}/${step}`

export function parseStepKey(key: string): { track: Track; step: string } {
  const [track, step = ''] = key.split('/')
  return { track: track as Track, step }
}

/** The applicant's clock: one for each time the case is returned. */
const correctionPrefix = 'correction-'
export const isCorrectionClock = (id: string) => id.startsWith(correctionPrefix)
export const correctionClock = ({ clocks }: CaseState) =>
  `${correctionPrefix}${Object.keys(clocks).filter(isCorrectionClock).length + 1}`

export const isClosed = (state: CaseState) => state.outcome !== null

/** As after an act that must change things once only. */
export const hear = (state: CaseState, id: string): CaseState => ({ ...state, heard: [...state.heard, id] })

/** What an open case is when nothing is asked of the applicant. */
export const statusAtWork = ({ completeAt }: CaseState): Status => (completeAt === null ? 'received' : 'in-progress')

export function withTask(state: CaseState, id: string, changes: Partial<TaskState>): CaseState {
  const task = state.tasks[id]
  if (!task) throw new RangeError(`task ${id} was never opened`)
  return { ...state, tasks: { ...state.tasks, [id]: { ...task, ...changes } } }
}

/** The documents that fit come to another status. */
export function withDocuments(
  state: CaseState,
  fits: (document: DocumentState) => boolean,
  status: DocumentState['status'],
): CaseState {
  const changed = Object.values(state.documents).filter(fits)
  return changed.length === 0
    ? state
    : {
        ...state,
        documents: { ...state.documents, ...Object.fromEntries(changed.map((each) => [each.id, { ...each, status }])) },
      }
}
