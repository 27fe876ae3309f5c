/**
 * What can happen to a licence after it was entered in its register. As with a case: proposed by its workflow, kept by
 * `record`, applied as kept (design rule 1). Ids, codes and digests only: reasons and reports lie with the act.
 * `at` is the workflow's clock in UTC epoch milliseconds.
 */
import type { Actor } from '../case/events.ts'

/** When the holder is reminded and has to report; put together on the day of entry and never computed anew (rule 4). */
export type Upkeep = {
  /** Days before the end, and the instant that is. Largest first; none for a licence without end. */
  reminders: { days: number; at: number }[]
  /** When the n-th report is due, oldest first; `everyMonths` goes on from the last of them for as long as it stands. */
  reports: { firstAt: number; everyMonths: number; utcOffsetMinutes: number } | null
}

type Body<Type extends string, Data> = { type: Type; data: Data }

/** Something a person said, kept before it was carried out. */
type Said = { actId: string; digest: string }

export type Entered = {
  register: string
  document: string
  validFrom: number
  validUntil: number | null
  /** Entry that this one takes the place of. */
  renews: string | null
  upkeep?: Upkeep
}

export type EntryEventBody =
  | Body<'entered', Entered>
  | Body<'reminded', { days: number }>
  /** `until` null: until it is lifted. */
  | Body<'suspended', Said & { until: number | null }>
  /** Without an act it ended by itself, on its own date. */
  | Body<'reinstated', Partial<Said>>
  | Body<'letter-prepared', { document: string; number: string; digest: string }>
  | Body<'letter-failed', { document: string; code: string }>
  | Body<'revoked', Said & { letter: { document: string; provider: string; serial: string; digest: string } }>
  | Body<'expired', Record<string, never>>
  /** Another entry has taken its place. */
  | Body<'renewed', { renewal: string }>
  /** `period` counts from 1. */
  | Body<'report-due', { period: number; dueAt: number }>
  | Body<'report-received', Said & { period: number }>
  /** The document was replaced; it stands as long as it did. */
  | Body<'amended', Said & { document: string }>

export type EntryEventType = EntryEventBody['type']

export type EntryProposal = EntryEventBody & { at: number; by: Actor }

/** A kept event: `seq` counts from 1 without gaps in an entry; `hash` chains it to the one before. */
export type EntryEvent = EntryProposal & { seq: number; hash: string }
