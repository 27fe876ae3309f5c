import type { EntryEvent, EntryProposal, Upkeep } from './events.ts'

export const standings = ['valid', 'suspended', 'expired', 'revoked', 'superseded'] as const
export type Standing = (typeof standings)[number]

/** `until` as the office said it; `endedAt` when it was lifted or ran out. */
export type Suspension = { actId: string; from: number; until: number | null; endedAt: number | null }

/** A licence as its own timeline says: the fold of its events, nothing else. */
export type EntryState = {
  seq: number
  head: string
  document: string
  validFrom: number
  validUntil: number | null
  upkeep: Upkeep
  suspensions: Suspension[]
  /** Days-before-end of the reminders that went out: each once. */
  reminded: number[]
  /** Reports that have fallen due, and those that came in. */
  reportsDue: { period: number; dueAt: number }[]
  reports: { period: number; actId: string; at: number }[]
  revokedAt: number | null
  expiredAt: number | null
  superseded: { by: string; at: number } | null
  /** Acts kept so far: the same act again changes nothing. */
  heard: string[]
}

/** Before its first line: it says only what the register says, and never more than that. */
export function awaitedEntry(document: string, validFrom: number, validUntil: number | null): EntryState {
  return {
    seq: 0,
    head: '',
    document,
    validFrom,
    validUntil,
    upkeep: { reminders: [], reports: null },
    suspensions: [],
    reminded: [],
    reportsDue: [],
    reports: [],
    revokedAt: null,
    expiredAt: null,
    superseded: null,
    heard: [],
  }
}

/** Folds an entry's timeline, oldest first. Throws RangeError on a gap. */
export function foldEntry(events: Iterable<EntryEvent>): EntryState {
  let state = awaitedEntry('', 0, null)
  for (const event of events) state = applyEntryEvent(state, event)
  return state
}

/** A kept event: the next in line, or the timeline is broken. Throws RangeError on a gap. */
export function applyEntryEvent(state: EntryState, event: EntryEvent): EntryState {
  if (event.seq !== state.seq + 1) throw new RangeError(`event ${event.seq} cannot follow ${state.seq}`)
  return { ...change(state, event), seq: event.seq, head: event.hash }
}

function change(state: EntryState, event: EntryProposal): EntryState {
  switch (event.type) {
    case 'entered': {
      const { document, validFrom, validUntil, upkeep = state.upkeep } = event.data
      return { ...state, document, validFrom, validUntil, upkeep }
    }
    case 'reminded':
      return { ...state, reminded: [...state.reminded, event.data.days] }
    case 'suspended': {
      const { actId, until } = event.data
      const suspension = { actId, from: event.at, until, endedAt: null }
      return { ...state, suspensions: [...state.suspensions, suspension], heard: [...state.heard, actId] }
    }
    case 'reinstated':
      return { ...state, suspensions: ended(state.suspensions, event.at), heard: heard(state, event.data.actId) }
    case 'letter-prepared':
    case 'letter-failed':
      return state
    case 'revoked':
      return { ...state, revokedAt: event.at, heard: heard(state, event.data.actId) }
    case 'expired':
      return { ...state, expiredAt: event.at }
    case 'renewed':
      return { ...state, superseded: { by: event.data.renewal, at: event.at } }
    case 'report-due':
      return { ...state, reportsDue: [...state.reportsDue, event.data] }
    case 'report-received': {
      const { period, actId } = event.data
      return { ...state, reports: [...state.reports, { period, actId, at: event.at }], heard: heard(state, actId) }
    }
    case 'amended':
      return { ...state, document: event.data.document, heard: heard(state, event.data.actId) }
  }
}

const heard = (state: EntryState, act: string | undefined) => (act === undefined ? state.heard : [...state.heard, act])

/** The one that runs ends now; one whose own date is past ended on that date. */
function ended(suspensions: Suspension[], at: number): Suspension[] {
  return suspensions.map((each) =>
    each.endedAt === null ? { ...each, endedAt: Math.min(at, each.until ?? at) } : each,
  )
}
