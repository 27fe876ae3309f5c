/** What can be said to a licence. Ids, codes and digests only: reasons and reports lie in MongoDB under the act's id. */
import { defineQuery, defineUpdate } from '@temporalio/workflow'
import type { Actor } from '../../domain/case/events.ts'
import type { Entered, EntryEvent } from '../../domain/register/events.ts'
import type { EntryState } from '../../domain/register/state.ts'
import type { Kept, Seen } from '../messages.ts'

export type EntryInput = {
  regency: string
  entry: string
  /** As its case entered it: the first line, proposed again by every run and kept once. */
  entered: Entered
  /** What the run before kept: sent again where MongoDB was restored from an earlier moment. Absent in the first run. */
  told?: EntryEvent[]
}

export type Acted = Seen & { actId: string; digest: string; by: Actor }
export type Suspended = Acted & { until: number | null }
/** `signing` says where the signer's secret waits. */
export type Revoked = Acted & { officer: string; signing: { queue: string; request: string } }
export type Amended = Acted & { document: string }
export type Renewed = { renewal: string }

export const suspendEntry = defineUpdate<Kept, [Suspended]>('suspend')
export const reinstateEntry = defineUpdate<Kept, [Acted]>('reinstate')
export const revokeEntry = defineUpdate<Kept, [Revoked]>('revoke')
export const reportEntry = defineUpdate<Kept, [Acted]>('report')
export const amendEntry = defineUpdate<Kept, [Amended]>('amend')
export const renewEntry = defineUpdate<Kept, [Renewed & Seen]>('renew')
export const entryState = defineQuery<EntryState>('state')

export const entryWorkflowId = (regency: string, entry: string) => `register/${regency}/${entry}`
