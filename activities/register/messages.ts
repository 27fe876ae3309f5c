import type { MessagePlaceholder } from '../../catalogue/schema/messages.ts'
import { longDate } from '../../domain/indonesian-time.ts'
import type { EntryEvent } from '../../domain/register/events.ts'
import type { EntryTrigger } from '../../domain/service.ts'
import { Act } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import type { ClientSession } from '../../models/database.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { CaseDeps } from '../deps.ts'
import { fill, type NewMessage } from '../notifications/compose.ts'
import { termsOf } from './terms.ts'

/** What was due longer ago is history (a licence taken over from an old register), not news. */
const newsMs = 30 * 86_400_000

/** The messages that an event of a licence makes, to its holder by every way they gave. Empty when it has no text. */
export async function entryMessages(
  deps: CaseDeps,
  row: RegisterRecord,
  event: EntryEvent,
  session: ClientSession,
): Promise<NewMessage[]> {
  const trigger = triggerOf(row, event)
  if (!trigger) return []
  const { pinned } = await termsOf(deps, row)
  const template = pinned.messages[trigger]
  if (!template) return []
  const application = await Application.findOne({ _id: row.application }).session(session).orFail().lean()
  const values = await valuesFor(deps, row, application, event, session)
  const { agencies, village, servicePoint } = row
  return holderWays(application).map(({ way, to, desk }) => ({
    application: application._id,
    entry: row.entry,
    number: application.number,
    service: row.service,
    case: { agencies, village, servicePoint },
    seq: event.seq,
    trigger,
    way,
    to,
    desk,
    subject: fill(template.subject.id, values),
    text: fill(template.text.id, values),
    status: way === 'email' ? 'queued' : 'sent',
    queuedAt: new Date(event.at),
    nextAttemptAt: way === 'email' ? new Date(0) : null,
  }))
}

/** The holder by every way they gave; who once filed for them has no more business with the licence. */
function holderWays({ applicant: { account, email } }: ApplicationRecord): Pick<NewMessage, 'way' | 'to' | 'desk'>[] {
  const ways = [
    ...(account ? [{ way: 'in-app' as const, to: account, desk: null }] : []),
    ...(email ? [{ way: 'email' as const, to: email, desk: null }] : []),
  ]
  return ways.length > 0 ? ways : [{ way: 'print', to: 'desk', desk: null }]
}

function triggerOf({ state }: RegisterRecord, event: EntryEvent): EntryTrigger | null {
  switch (event.type) {
    case 'reminded':
      return 'licence-ending'
    case 'suspended':
      return 'licence-suspended'
    case 'reinstated':
      return 'licence-reinstated'
    case 'revoked':
      return 'licence-revoked'
    case 'expired':
      return event.at - (state.validUntil ?? event.at) > newsMs ? null : 'licence-expired'
    case 'report-due': {
      const { period, dueAt } = event.data
      const isIn = state.reports.some((report) => report.period === period)
      return isIn || event.at - dueAt > newsMs ? null : 'report-due'
    }
    default:
      return null
  }
}

async function valuesFor(
  { catalogue, publicUrl }: CaseDeps,
  row: RegisterRecord,
  { number, applicant }: ApplicationRecord,
  event: EntryEvent,
  session: ClientSession,
): Promise<Record<MessagePlaceholder, string>> {
  const { pinned } = await termsOf({ catalogue }, row)
  const regency = await catalogue.regency()
  const document = await IssuedDocument.findOne({ _id: row.state.document }).session(session).orFail().lean()
  const said = await saidWith(event, session)
  const date = (instant: number | null) => (instant === null ? '' : longDate(instant, regency.utcOffsetMinutes))
  return {
    name: applicant.name,
    service: pinned.definition.name.id,
    number,
    trackingCode: '',
    appointment: '',
    regency: regency.name,
    portal: regency.portalName,
    office: (await catalogue.office(row.agency)).name,
    step: '',
    due: dueWords(event, date),
    reason: said.reason,
    corrections: '',
    document: document.title.id,
    documentNumber: document.number,
    validUntil: row.state.validUntil === null ? 'seterusnya' : date(row.state.validUntil),
    basis: said.basis,
    link: `${publicUrl}/izin-saya`,
  }
}

function dueWords(event: EntryEvent, date: (instant: number | null) => string): string {
  if (event.type === 'report-due') return date(event.data.dueAt)
  if (event.type !== 'suspended') return ''
  return event.data.until === null ? 'sampai dicabut pembekuannya' : `sampai ${date(event.data.until)}`
}

async function saidWith(event: EntryEvent, session: ClientSession): Promise<{ reason: string; basis: string }> {
  const id = 'actId' in event.data ? event.data.actId : undefined
  const act = id ? await Act.findOne({ _id: id }).session(session).lean() : null
  if (act?.kind === 'suspension' || act?.kind === 'revocation')
    return { reason: act.content.reason, basis: act.content.basis }
  return { reason: act?.kind === 'reinstatement' ? act.content.reason : '', basis: '' }
}
