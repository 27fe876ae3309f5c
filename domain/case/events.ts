/**
 * What can happen to a case. A workflow proposes these, `record` numbers and keeps them, and only what was kept is applied
 * (design rule 1). They carry ids, codes and digests: notes, names and answers lie elsewhere, under the id (rule 3).
 * `at` is the workflow's clock in UTC epoch milliseconds.
 */
import type { Channel, ClockRule, Decision, Desk, MessageTrigger, ReviewStep, RungAction, Track } from '../service.ts'

export type Actor = { kind: 'citizen' | 'officer' | 'system'; id: string }

/** Where a case belongs when scopes are asked: region code of the village, and the service point it was filed at. */
export type Place = { village: string | null; servicePoint: string | null }

/**
 * `cap` in working days, all pauses for this reason together; `ended` where it was the cap that ended it. `code`: the status
 * by which an outside system stopped it.
 */
export type Pause = {
  from: number
  until: number | null
  reason: string
  basis: string
  by: Actor
  cap?: number
  ended?: 'cap'
  code?: string
}

/**
 * What an outside system told of its clock by itself, under the id of the news. `saidAt` is that system's instant, UTC epoch
 * ms. `resets`: its time begins anew; here nothing that was spent is given back (design rule 4).
 */
export type CallStatus = { news: string; code: string; saidAt: number; clock: 'pause' | 'resume'; resets: boolean }

/** A clock's whole account; `instants` are computed by `record`, never in the workflow (rule 4). */
export type ClockLedger = { id: string; rule: ClockRule; startedAt: number; pauses: Pause[] }
export type ClockInstants = {
  calendarVersion: number
  dueAt: number | null
  rungs: { percent: number; at: number }[]
  /** Where it is paused under a cap: when the pauses for this reason have lasted as long as they may. */
  cap?: { at: number; reason: string }
}

/** When a clock is due (null while it is paused), and by which version of its calendar. */
export type Projection = { calendarVersion: number; dueAt: number | null }

type Body<Type extends string, Data> = { type: Type; data: Data }

export type EventBody =
  | Body<'received', { service: string; version: number; channel: Channel; place: Place; conditions?: Conditions }>
  | Body<'step-started', { track: Track; step: string }>
  | Body<'step-ended', { track: Track; step: string; outcome: Decision | 'done' | 'superseded' }>
  | Body<'task-opened', Opened>
  | Body<'task-claimed', { task: string; officer: string }>
  | Body<'task-released', { task: string; officer: string }>
  /** `officer` null: to the whole desk. `reason` where it was not a superior's own wish. */
  | Body<'task-assigned', { task: string; officer: string | null; from: string | null; reason?: HandOverReason }>
  | Body<'task-decided', { task: string; decision: Decision; decisionId: string; digest: string }>
  | Body<'task-closed', { task: string; reason: 'withdrawn' | 'deemed' | 'rejected' | 'lapsed' | 'merged' | 'quorum' }>
  | Body<'declared-complete', { task: string }>
  /** `also`: further tasks that had returned the case. */
  | Body<'corrected', { task: string; also?: string[]; correctionId: string; digest: string; conditions?: Conditions }>
  | Body<'withdrawn', { withdrawalId: string }>
  /** An officer with the right put a step into this case: it is walked after the one named. */
  | Body<'step-added', { addId: string; digest: string; track: Track; after: string; step: ReviewStep }>
  /** The same matter is dealt with under another number. */
  | Body<'merged', { mergeId: string; digest: string; into: string }>
  /**
   * A closed case goes on from a step: to be decided anew, or to issue a corrected document in place of the old one.
   * `clears`: the steps of the main track that are walked again.
   */
  | Body<
      'reopened',
      {
        reopenId: string
        digest: string
        purpose: 'review' | 'amend'
        from: string
        clears: string[]
        conditions?: Conditions
      }
    >
  | Body<'visit-scheduled', { task: string; visitId: string; digest: string; appointment: number }>
  | Body<'visit-departed', { task: string }>
  /** Where the officer arrived lies with the act. */
  | Body<'visit-arrived', { task: string; arrivalId: string; digest: string }>
  /** Rupiah. The bill is what was asked of the gateway; it lives on by itself until no late money can come. */
  | Body<'bill-opened', { bill: string; step: string; amount: number }>
  | Body<'bill-paid', { bill: string; payment: string; amount: number }>
  | Body<'bill-cancelled', { bill: string; reason: 'withdrawn' | 'rejected' | 'deemed' | 'lapsed' | 'merged' }>
  | Body<'refund-due', { bill: string; refund: string; amount: number; reason: 'withdrawn' }>
  | Body<'call-opened', { call: string; step: string; system: string; operation: string; agency: string }>
  /** What the owner's system answered lies under `answer`. */
  | Body<'call-answered', { call: string; outcome: 'done' | 'refused'; answer: string; digest: string }>
  | Body<'call-status', CallStatus & { call: string; system: string }>
  | Body<'track-changed', { track: Track; basis?: string }>
  | Body<'clock-started' | 'clock-paused', { clock: ClockLedger; instants?: ClockInstants }>
  /** `cap`: nobody resumed it, the pause had lasted as long as it may. */
  | Body<
      'clock-resumed',
      { clock: ClockLedger; instants?: ClockInstants; cap?: { reason: string; calendarVersion: number } }
    >
  /** A new version of its calendar moved the clock; `was`: what it stood at by the version before. */
  | Body<'clock-reprojected', { clock: ClockLedger; instants?: ClockInstants; was?: Projection }>
  | Body<'clock-stopped', { clock: string }>
  | Body<'rung-reached', { clock: string; percent: number; actions: RungAction[]; calendarVersion: number }>
  | Body<'latch-taken', { latch: Latch['kind']; ref: string }>
  | Body<'latch-released', { latch: Latch['kind']; ref: string; reason: 'done' | 'failed' | 'orphaned' }>
  | Body<'document-prepared', { document: string; code: string; ordinal: number; number: string; digest: string }>
  | Body<'document-signed', { document: string; provider: string; serial: string; by: string; digest: string }>
  | Body<'signing-failed', { document: string; code: string }>
  /** Number and file that the owner's system or officer brought lie with the decision, or with the answer to the call. */
  | Body<'document-received', { document: string; code: string; ordinal: number; decisionId: string }>
  | Body<
      'register-entered',
      { entry: string; register: string; document: string; validFrom: number; validUntil?: number | null }
    >
  /** The entry stands as it was; the document it names is replaced. */
  | Body<'register-amended', { entry: string; document: string }>
  /** The message's ordinal is the event's own `seq`. */
  | Body<'message-queued', { trigger: MessageTrigger; task?: string; clock?: string; percent?: number; bill?: string }>
  | Body<'closed', { outcome: Outcome }>

/**
 * absence: the holder is away, and it comes back when they are here again, unless somebody takes it up. returned: it came back.
 * mandate-ended: whoever stood in no longer does. left: its holder no longer sits at this desk. rung: time was running out.
 */
export const handOverReasons = ['absence', 'returned', 'mandate-ended', 'left', 'rung'] as const
export type HandOverReason = (typeof handOverReasons)[number]

/** `seat` where one of several was asked, `visit` where somebody travels. */
export type Opened = {
  task: string
  track: Track
  step: string
  desk: Desk
  decisions: Decision[]
  seat?: string
  visit?: true
}

export type EventType = EventBody['type']

/** Conditions of the definition, evaluated over the answers by `record` whenever answers change. */
export type Conditions = Record<string, boolean>

/** While one holds the latch, nothing else may decide the case (rule 5). `ref` is the decision or step that holds it. */
export type Latch = { kind: 'signing' | 'issuing'; ref: string }

export const outcomes = ['approved', 'rejected', 'withdrawn', 'deemed-approved', 'lapsed', 'merged'] as const
export type Outcome = (typeof outcomes)[number]

export type Proposal = EventBody & { at: number; by: Actor }

/** A kept event: `seq` counts from 1 without gaps in a case; `hash` chains it to the one before. */
export type TimelineEvent = Proposal & { seq: number; hash: string }

/** Provider of documents that were issued before a case was taken over: their signature is not Lontar's to vouch for. */
export const archive = 'arsip'

export const system: Actor = { kind: 'system', id: 'lontar' }
