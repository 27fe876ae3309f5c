import { digestOf } from '../../catalogue/digest.ts'
import type { Proposal, TimelineEvent } from '../../domain/case/events.ts'
import { TimelineEntry, type TimelineRecord } from '../../models/case/timeline-entry.ts'
import type { ClientSession } from '../../models/database.ts'
import { chainHash, type Told } from './digest.ts'

/** A case's timeline from `from` on, oldest first. */
export async function readTimeline(application: string, from = 1, session?: ClientSession): Promise<TimelineRecord[]> {
  const query = TimelineEntry.find({ application, seq: { $gte: from } }).sort({ seq: 1 })
  return session ? query.session(session).lean() : query.lean()
}

export function toEvent({ seq, type, at, by, data, hash }: TimelineRecord): TimelineEvent {
  return { seq, type, at, by, data, hash } as TimelineEvent
}

/** Numbers and chains events that follow `seq` and `head`, and appends them; the unique index refuses a second line of a number. */
export async function appendEvents(
  application: string,
  { seq, head }: { seq: number; head: string },
  events: { event: Proposal; proposed: string }[],
  session: ClientSession,
): Promise<TimelineEvent[]> {
  let previous = head
  const lines = events.map(({ event, proposed }, index) => {
    const number = seq + 1 + index
    const { type, at, by, data } = event
    previous = chainHash(previous, number, event)
    return { application, seq: number, type, at, by, data, proposed, hash: previous }
  })
  await TimelineEntry.insertMany(lines, { session, lean: true })
  return lines.map(
    (line) =>
      ({ seq: line.seq, type: line.type, at: line.at, by: line.by, data: line.data, hash: line.hash }) as TimelineEvent,
  )
}

/** An event already kept elsewhere comes without its `seq` and `hash`: both are worked out again, and come out the same. */
export function asProposal({ type, at, by, data }: Proposal): Proposal {
  return { type, at, by, data } as Proposal
}

export const proposedDigest = ({ type, at, by, data }: Told) => digestOf({ type, at, by, data })
