import type { TimelineEvent } from '../../domain/case/events.ts'
import { quietUntil } from '../../domain/quiet-hours.ts'
import type { MessageTrigger } from '../../domain/service.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { MessageRecord, MessageWay } from '../../models/case/message.ts'
import type { ClientSession } from '../../models/database.ts'
import type { CaseDeps } from '../deps.ts'
import { placeholderValues } from './placeholders.ts'

type Queued = Extract<TimelineEvent, { type: 'message-queued' }>
export type NewMessage = Omit<MessageRecord, 'regency' | 'attempts' | 'lastError' | 'sentAt' | 'readBy' | 'status'> & {
  status: MessageRecord['status']
}

/** Told to the office rather than to the applicant. */
const forOffice: readonly MessageTrigger[] = ['warned', 'corrected']

/** The messages one occasion makes: to the applicant by every way they gave, or to the desk. Empty when it has no text. */
export async function messagesFor(
  deps: CaseDeps,
  application: ApplicationRecord,
  event: Queued,
  session: ClientSession,
): Promise<NewMessage[]> {
  const pinned = await deps.catalogue.service(application.service, application.serviceVersion)
  const template = pinned.messages[event.data.trigger]
  if (!template) return []
  const values = await placeholderValues(deps, pinned, application, event, session)
  const subject = fill(template.subject.id, values)
  const text = fill(template.text.id, values)
  const { agencies, village, servicePoint } = application
  const quiet = await endOfQuietHours(deps, event)
  const sendAt = quiet === null ? null : new Date(quiet - application.shift)
  return recipients(application, event, pinned.definition.agency).map(({ way, to, desk }) => ({
    application: application._id,
    entry: null,
    number: application.number,
    service: application.service,
    case: { agencies, village, servicePoint },
    seq: event.seq,
    trigger: event.data.trigger,
    way,
    to,
    desk,
    subject,
    text,
    status: way === 'email' || (sendAt && way === 'in-app') ? 'queued' : 'sent',
    queuedAt: new Date(event.at),
    nextAttemptAt: way === 'print' ? null : (sendAt ?? (way === 'email' ? new Date(0) : null)),
  }))
}

/** Occasions that time alone brings about. */
const byTime: readonly MessageTrigger[] = ['warned', 'reminded', 'deemed', 'lapsed']

/** What time brings about wakes nobody: the instant it may be told (UTC epoch ms), null for at once. */
async function endOfQuietHours({ catalogue }: CaseDeps, { data, at }: Queued): Promise<number | null> {
  if (!byTime.includes(data.trigger)) return null
  const { quietHours, utcOffsetMinutes } = await catalogue.regency()
  return quietHours ? quietUntil(at, quietHours, utcOffsetMinutes) : null
}

type Recipient = { way: MessageWay; to: string; desk: MessageRecord['desk'] }

function recipients(application: ApplicationRecord, { data }: Queued, agency: string): Recipient[] {
  if (forOffice.includes(data.trigger)) return officeRecipients(application, data, agency)
  const { account, email } = application.applicant
  const people = new Set([account, application.filedBy].filter((id): id is string => id !== null))
  return [
    ...[...people].map((to) => ({ way: 'in-app' as const, to, desk: null })),
    ...(email ? [{ way: 'email' as const, to: email, desk: null }] : []),
    ...(email || account ? [] : [{ way: 'print' as const, to: 'desk', desk: null }]),
  ]
}

/**
 * The desk the case rests on; at a rung also every office the rung names, of the service's own agency where the case rests
 * on no desk but on money or on an outside system.
 */
function officeRecipients(
  { state, village }: ApplicationRecord,
  { task, clock, percent }: Queued['data'],
  agency: string,
): Recipient[] {
  const known = task ? state.tasks[task] : Object.values(state.tasks).find((each) => each.status === 'open')
  const own = village === null ? agency : null
  const seat = known ? ('agency' in known.desk ? known.desk.agency : null) : own
  const place = seat === null ? { agency: null, village } : { agency: seat, village: null }
  const rung = clock ? state.clocks[clock]?.rule.rungs.find((each) => each.percent === percent) : undefined
  const called = (rung?.actions ?? []).flatMap((action) => {
    if (action.kind !== 'warn' && action.kind !== 'escalate') return []
    const { role } = action
    return 'agency' in action && action.agency ? { role, agency: action.agency, village: null } : { role, ...place }
  })
  const above = each(called).map((desk) => ({ way: 'in-app' as const, to: `desk:${desk.role}`, desk }))
  if (!known) return above
  return [{ way: 'in-app', to: known.assignee ?? 'desk', desk: { role: known.desk.role, ...place } }, ...above]
}

/** Each office once. */
function each<Called extends { role: string; agency: string | null }>(called: Called[]): Called[] {
  return [...new Map(called.map((one) => [`${one.role}@${one.agency}`, one])).values()]
}

export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => values[name] ?? '')
}
