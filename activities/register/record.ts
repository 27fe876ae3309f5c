import { nextDue } from '../../domain/register/agenda.ts'
import type { EntryEvent, EntryProposal } from '../../domain/register/events.ts'
import { applyEntryEvent, type EntryState } from '../../domain/register/state.ts'
import type { ClientSession } from '../../models/database.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { inRegency } from '../../models/tenancy.ts'
import { inTransaction } from '../../models/transaction.ts'
import type { EntryReply, EntryRequest } from '../../workflows/register/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { TimelineContradiction } from '../record/contradiction.ts'
import { proposedDigest } from '../record/timeline.ts'
import { carryOut } from './effects.ts'
import { projectEntry } from './project.ts'
import { upkeepFor } from './terms.ts'
import { appendEntryEvents, type Completed, readEntryTimeline, toEntryEvent } from './timeline.ts'

/**
 * As `recorder` for a case: appends to a licence's timeline by compare-and-set on its last seq and hash, projects and queues
 * messages in the same transaction, and answers with what the timeline holds and with what time brings next. Safe to repeat.
 * @throws TimelineContradiction
 */
export function entryRecorder(deps: CaseDeps): (request: EntryRequest) => Promise<EntryReply> {
  return (request) => inRegency(request.regency, () => inTransaction((session) => recordEntry(deps, request, session)))
}

async function recordEntry(deps: CaseDeps, request: EntryRequest, session: ClientSession): Promise<EntryReply> {
  const { entry, from, head, now } = request
  const row = await RegisterEntry.findOne({ entry }).session(session).lean()
  if (!row) throw new TimelineContradiction(`register entry ${entry} is not there`)
  const { state } = row
  if (state.seq < from - 1) {
    deps.log.warn({ entry, from, seq: state.seq }, 'a timeline ends before what its workflow has lived')
    return { missingFrom: state.seq + 1 }
  }
  if (state.seq >= from) return { ...(await alreadyThere(request, session)), next: nextDue(state, now) }
  if (state.head !== head) throw new TimelineContradiction(`line ${from - 1} of register entry ${entry} differs`)
  const kept = await keep(deps, row, request.events, session)
  const changed = kept.reduce(applyEntryEvent, state)
  await project(row, changed, session)
  for (const event of kept) await carryOut(deps, { ...row, state: changed }, event, session)
  return { kept, recorded: true, next: nextDue(changed, now) }
}

async function alreadyThere(
  { entry, from, head, events }: EntryRequest,
  session: ClientSession,
): Promise<{ kept: EntryEvent[]; recorded: boolean }> {
  const lines = await readEntryTimeline(entry, Math.max(1, from - 1), session)
  const before = lines.find((line) => line.seq === from - 1)
  if ((before?.hash ?? '') !== head)
    throw new TimelineContradiction(`line ${from - 1} of register entry ${entry} differs`)
  const held = lines.filter((line) => line.seq >= from)
  const recorded =
    events.length <= held.length && events.every((event, index) => held[index]?.proposed === proposedDigest(event))
  return { kept: held.map(toEntryEvent), recorded }
}

async function keep(
  deps: CaseDeps,
  row: RegisterRecord,
  proposals: EntryProposal[],
  session: ClientSession,
): Promise<EntryEvent[]> {
  const completed: Completed[] = []
  for (const proposed of proposals) completed.push({ event: await complete(deps, row, proposed), proposed })
  return appendEntryEvents(row.entry, row.state, completed, session)
}

async function complete(deps: CaseDeps, row: RegisterRecord, event: EntryProposal): Promise<EntryProposal> {
  if (event.type !== 'entered' || event.data.upkeep) return event
  return { ...event, data: { ...event.data, upkeep: await upkeepFor(deps, row, event.data) } }
}

async function project(row: RegisterRecord, state: EntryState, session: ClientSession): Promise<void> {
  const { entry } = row
  const changed = await projectEntry(state, session)
  const { matchedCount } = await RegisterEntry.updateOne(
    { entry, 'state.seq': row.state.seq },
    { $set: changed },
    { session },
  )
  if (matchedCount !== 1) throw new Error(`register entry ${entry} moved under its own record`)
}
