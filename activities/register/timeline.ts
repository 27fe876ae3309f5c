import type { EntryEvent, EntryProposal } from '../../domain/register/events.ts'
import type { ClientSession } from '../../models/database.ts'
import { type EntryLine, RegisterLine } from '../../models/register/line.ts'
import { chainHash } from '../record/digest.ts'
import { proposedDigest } from '../record/timeline.ts'

/** A licence's timeline from `from` on, oldest first. */
export async function readEntryTimeline(entry: string, from: number, session: ClientSession): Promise<EntryLine[]> {
  return RegisterLine.find({ entry, seq: { $gte: from } })
    .sort({ seq: 1 })
    .session(session)
    .lean()
}

export function toEntryEvent({ seq, type, at, by, data, hash }: EntryLine): EntryEvent {
  return { seq, type, at, by, data, hash } as EntryEvent
}

export type Completed = { event: EntryProposal; proposed: EntryProposal }

/** Numbers and chains events that follow `seq` and `head`, and appends them; the unique index refuses a second line of a number. */
export async function appendEntryEvents(
  entry: string,
  { seq, head }: { seq: number; head: string },
  events: Completed[],
  session: ClientSession,
): Promise<EntryEvent[]> {
  let previous = head
  const lines = events.map(({ event: { type, at, by, data }, proposed }, index) => {
    const number = seq + 1 + index
    previous = chainHash(previous, number, { type, at, by, data })
    return { entry, seq: number, type, at, by, data, proposed: proposedDigest(proposed), hash: previous }
  })
  await RegisterLine.insertMany(lines, { session, lean: true })
  return lines.map(
    ({ seq: number, type, at, by, data, hash }) => ({ seq: number, type, at, by, data, hash }) as EntryEvent,
  )
}
