import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { CaseState } from '../../../domain/case/state.ts'
import { Act } from '../../../models/case/acts.ts'
import { voidUnused } from '../../../models/case/allocate-number.ts'
import { Application, type ApplicationRecord } from '../../../models/case/application.ts'
import { Message } from '../../../models/case/message.ts'
import { Task } from '../../../models/case/task.ts'
import type { ClientSession } from '../../../models/database.ts'
import { RegisterEntry } from '../../../models/register/entry.ts'
import type { CaseDeps } from '../../deps.ts'
import { messagesFor, type NewMessage } from '../../notifications/compose.ts'
import { officeNotes } from '../../notifications/office-notes.ts'
import { projectApplication } from './application.ts'
import { answerCall, dropCalls, openCall } from './calls.ts'
import { issueDocument, keepReceivedDocument } from './documents.ts'
import { keepMovements } from './movements.ts'
import { registerEntryFor } from './register.ts'
import { queueReport } from './reports.ts'
import { projectTasks } from './tasks.ts'

/** Writes what the screens read, in the transaction that keeps the events. */
export async function project(
  deps: CaseDeps,
  application: ApplicationRecord,
  state: CaseState,
  events: TimelineEvent[],
  session: ClientSession,
): Promise<void> {
  const corrected = { ...(await correction(events, session)), ...agenciesWith(application, events) }
  const { _id, state: before } = application
  const changed = { ...projectApplication(state), ...corrected }
  const { matchedCount } = await Application.updateOne({ _id, 'state.seq': before.seq }, { $set: changed }, { session })
  if (matchedCount !== 1) throw new Error(`application ${_id} moved under its own record`)
  const now = { ...application, ...changed }
  const tasks = projectTasks(now, state, events)
  if (tasks.length > 0) {
    const upserts = tasks.map((task) => ({
      updateOne: { filter: { task: task.task }, update: { $set: task }, upsert: true },
    }))
    await Task.bulkWrite(upserts, { session })
  }
  for (const event of events) await effects(deps, now, event, session)
  await keepMovements(deps, { ...now, state: before }, events, session)
  const messages = await messagesOf(deps, now, events, session)
  if (messages.length > 0) await Message.insertMany(messages, { session })
}

async function messagesOf(
  deps: CaseDeps,
  application: ApplicationRecord,
  events: TimelineEvent[],
  session: ClientSession,
): Promise<NewMessage[]> {
  const all: NewMessage[] = []
  for (const event of events) {
    if (event.type === 'message-queued') all.push(...(await messagesFor(deps, application, event, session)))
    if (event.type === 'task-assigned') all.push(...(await officeNotes(deps, application, event)))
  }
  return all
}

async function effects(
  deps: CaseDeps,
  application: ApplicationRecord,
  event: TimelineEvent,
  session: ClientSession,
): Promise<void> {
  await queueReport(deps, application, event, session)
  switch (event.type) {
    case 'register-entered':
      await RegisterEntry.insertMany([await registerEntryFor(deps, application, event, session)], { session })
      return
    case 'document-received':
      await keepReceivedDocument(deps, application, event, session)
      return
    case 'register-amended':
      await amendEntry(application, event, session)
      return
    case 'document-signed':
      await issueDocument(application, event, session)
      return
    case 'call-opened':
      await openCall(application, event, session)
      return
    case 'call-answered':
      await answerCall(event, session)
      return
    case 'step-ended':
      if (hasCalls(application)) await dropCalls(application, { at: event.at, step: event.data.step }, session)
      return
    case 'closed':
      if (hasCalls(application)) await dropCalls(application, event, session)
      if (!(await numbersDocuments(deps, application))) return
      await voidUnused(application._id, event.data.outcome, session)
      return
  }
}

/** Most cases never wait for an outside system: they have no rows to look for. */
const hasCalls = ({ state }: ApplicationRecord) => Object.keys(state.calls ?? {}).length > 0

/** The register shows the corrected document at once; the licence's own workflow is told of it. */
async function amendEntry(
  { state }: ApplicationRecord,
  { data }: Extract<TimelineEvent, { type: 'register-amended' }>,
  session: ClientSession,
): Promise<void> {
  const { entry, document } = data
  const number = state.documents[document]?.number
  const changed = { document, corrected: document, ...(number ? { number } : {}) }
  await RegisterEntry.updateOne({ entry }, { $set: changed }, { session })
}

/** Where a service has no documents, no number was ever given to its cases. */
async function numbersDocuments(
  { catalogue }: CaseDeps,
  { service, serviceVersion }: ApplicationRecord,
): Promise<boolean> {
  const { definition } = await catalogue.service(service, serviceVersion)
  return definition.documents.length > 0
}

/** Whoever sits at a step that was put in sees the case, and an office elsewhere that a rung called. */
export function agenciesWith({ agencies }: ApplicationRecord, events: TimelineEvent[]): Partial<ApplicationRecord> {
  const added = events.flatMap((event) => {
    if (event.type === 'step-added') return 'agency' in event.data.step.desk ? event.data.step.desk.agency : []
    if (event.type !== 'rung-reached') return []
    return event.data.actions.flatMap((action) => (action.kind === 'escalate' ? (action.agency ?? []) : []))
  })
  return added.length === 0 ? {} : { agencies: [...new Set([...agencies, ...added])] }
}

/** The answers as they now stand, where the events hold a correction, by the applicant or of the document. */
export async function correction(events: TimelineEvent[], session: ClientSession): Promise<Partial<ApplicationRecord>> {
  const event = events.findLast((each) => each.type === 'corrected' || each.type === 'reopened')
  if (event?.type === 'reopened') return amended(event.data.reopenId, events, session)
  if (event?.type !== 'corrected') return {}
  const act = await Act.findOne({ _id: event.data.correctionId }).session(session).lean()
  if (act?.kind !== 'correction') throw new RangeError(`correction ${event.data.correctionId} is not there`)
  return { answers: act.content.answers, attachments: act.content.attachments }
}

/** What was put right with the reopening; else what the applicant had corrected before it, among the same events. */
async function amended(
  id: string,
  events: TimelineEvent[],
  session: ClientSession,
): Promise<Partial<ApplicationRecord>> {
  const act = await Act.findOne({ _id: id }).session(session).lean()
  if (act?.kind !== 'reopening') throw new RangeError(`reopening ${id} is not there`)
  const before = await correction(
    events.filter((each) => !(each.type === 'reopened' && each.data.reopenId === id)),
    session,
  )
  return act.content.answers ? { ...before, answers: act.content.answers } : before
}
