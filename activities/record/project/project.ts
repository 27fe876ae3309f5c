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
import { messagesFor } from '../../notifications/compose.ts'
import { projectApplication } from './application.ts'
import { issueDocument, keepReceivedDocument } from './documents.ts'
import { registerEntryFor } from './register.ts'
import { projectTasks } from './tasks.ts'

/** Writes what the screens read, in the transaction that keeps the events. */
export async function project(
  deps: CaseDeps,
  application: ApplicationRecord,
  state: CaseState,
  events: TimelineEvent[],
  session: ClientSession,
): Promise<void> {
  const corrected = await correction(events, session)
  const { _id, state: before } = application
  const changed = { ...projectApplication(state), ...corrected }
  const { matchedCount } = await Application.updateOne({ _id, 'state.seq': before.seq }, { $set: changed }, { session })
  if (matchedCount !== 1) throw new Error(`application ${_id} moved under its own record`)
  const now = { ...application, ...changed }
  for (const task of projectTasks(now, state, events)) {
    await Task.updateOne({ task: task.task }, { $set: task }, { upsert: true, session })
  }
  for (const event of events) await effects(deps, now, event, session)
}

async function effects(
  deps: CaseDeps,
  application: ApplicationRecord,
  event: TimelineEvent,
  session: ClientSession,
): Promise<void> {
  switch (event.type) {
    case 'message-queued': {
      const messages = await messagesFor(deps, application, event, session)
      if (messages.length > 0) await Message.insertMany(messages, { session })
      return
    }
    case 'register-entered':
      await RegisterEntry.insertMany([await registerEntryFor(deps, application, event, session)], { session })
      return
    case 'document-received':
      await keepReceivedDocument(deps, application, event, session)
      return
    case 'document-signed':
      await issueDocument(application, event, session)
      return
    case 'closed':
      await voidUnused(application._id, event.data.outcome, session)
      return
  }
}

/** The answers as they now stand, where the events hold a correction. */
export async function correction(events: TimelineEvent[], session: ClientSession): Promise<Partial<ApplicationRecord>> {
  const event = events.findLast((each) => each.type === 'corrected')
  if (event?.type !== 'corrected') return {}
  const act = await Act.findOne({ _id: event.data.correctionId }).session(session).lean()
  if (act?.kind !== 'correction') throw new RangeError(`correction ${event.data.correctionId} is not there`)
  return { answers: act.content.answers, attachments: act.content.attachments }
}
