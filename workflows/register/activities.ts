/** The activities a licence calls, as types. */
import type { DueEntry } from '../../domain/register/agenda.ts'
import type { EntryEvent, EntryProposal } from '../../domain/register/events.ts'
import type { Prepared } from '../activities.ts'

export type EntryRequest = {
  regency: string
  entry: string
  /** Seq of the first event sent; `head` is the hash of the one before it. */
  from: number
  head: string
  events: EntryProposal[]
  /** The workflow's own present: what is due is counted from it. */
  now: number
}

/** What the timeline holds from `from` on, and what time brings next: worked out here, never in the workflow (rule 4). */
export type EntryReply = { kept: EntryEvent[]; recorded: boolean; next: DueEntry | null } | { missingFrom: number }

export type RevocationRequest = { regency: string; entry: string; actId: string; signer: string; at: number }

export type RenewalRequest = {
  regency: string
  /** The one that was renewed. */
  entry: string
  renewal: string
}

export type EntryActivities = {
  /** Appends to the licence's timeline and projects it, in one transaction; idempotent. */
  recordEntry(request: EntryRequest): Promise<EntryReply>
  /** Numbers and renders the letter of revocation, once per licence. */
  prepareRevocation(request: RevocationRequest): Promise<Prepared>
  /** Tells the renewed licence that its place is taken; idempotent. */
  tellRenewed(request: RenewalRequest): Promise<void>
}
