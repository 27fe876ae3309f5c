import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import { Call } from '../../../models/case/call.ts'
import type { ClientSession } from '../../../models/database.ts'

type Of<Type extends TimelineEvent['type']> = Extract<TimelineEvent, { type: Type }>

/** A wait for an outside system begins: a row for the supervisor, which tries and errors are kept on. */
export async function openCall(
  { _id, number, service, agencies, village, servicePoint }: ApplicationRecord,
  { data, at }: Of<'call-opened'>,
  session: ClientSession,
): Promise<void> {
  const row = {
    ...data,
    application: _id,
    number,
    service,
    case: { agencies, village, servicePoint },
    since: new Date(at),
  }
  await Call.updateOne({ call: data.call }, { $setOnInsert: row }, { upsert: true, session })
}

export async function answerCall({ data, at }: Of<'call-answered'>, session: ClientSession): Promise<void> {
  const { call, outcome } = data
  await Call.updateOne({ call }, { $set: { status: outcome, endedAt: new Date(at) } }, { session })
}

/** The case has gone on without an answer; `step` where only that one has ended. */
export async function dropCalls(
  { _id }: ApplicationRecord,
  { at, step }: { at: number; step?: string },
  session: ClientSession,
): Promise<void> {
  const waiting = { application: _id, status: 'waiting' as const, ...(step ? { step } : {}) }
  await Call.updateMany(waiting, { $set: { status: 'dropped', endedAt: new Date(at) } }, { session })
}
