import type { MessagePlaceholder } from '../../catalogue/schema/messages.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import type { TimelineEvent } from '../../domain/case/events.ts'
import { latestDocument } from '../../domain/case/open-step.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { longDate, longDateTime } from '../../domain/indonesian-time.ts'
import { rupiah } from '../../domain/payment/rupiah.ts'
import { Act, type DecisionContent } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import type { ClientSession } from '../../models/database.ts'
import type { CaseDeps, PinnedService } from '../deps.ts'

type Queued = Extract<TimelineEvent, { type: 'message-queued' }>

/** What a message of this case may speak of, in Indonesian; what is not known yet is empty. */
export async function placeholderValues(
  { catalogue, publicUrl }: CaseDeps,
  { definition }: PinnedService,
  application: ApplicationRecord,
  event: Queued,
  session: ClientSession,
): Promise<Record<MessagePlaceholder, string>> {
  const { state, waiting } = application
  const regency = await catalogue.regency()
  const office = await catalogue.office(waiting.agency ?? definition.agency)
  const decision = await lastDecision(state, session)
  const document = await lastDocument(application, session)
  const step = allSteps(definition).find((each) => each.code === stepOf(state, event, waiting.step))
  const bill = event.data.bill ? state.bills?.[event.data.bill] : undefined
  const date = (instant: number | null | undefined) =>
    instant == null ? '' : longDate(instant, regency.utcOffsetMinutes)
  const moment = (instant: number | null | undefined) =>
    instant == null ? '' : longDateTime(instant, regency.utcOffsetMinutes)
  return {
    name: application.applicant.name,
    service: definition.name.id,
    number: application.number,
    trackingCode: application.trackingCode,
    regency: regency.name,
    portal: regency.portalName,
    office: office.name,
    step: step?.name.id ?? '',
    due: moment(application.dueAt?.getTime()),
    appointment: moment(appointmentOf(state, event)),
    reason: decision?.note ?? '',
    corrections: (decision?.deficiencies ?? []).map(({ message }) => `- ${message}`).join('\n'),
    document: document?.title.id ?? '',
    documentNumber: document?.number ?? '',
    validUntil: date(document?.validUntil?.getTime()),
    basis: document?.basis?.id ?? '',
    amount: bill ? rupiah(bill.amount) : '',
    link: `${publicUrl}/lacak#n=${encodeURIComponent(application.number)}`,
  }
}

function stepOf(state: CaseState, event: Queued, waitingStep: string | null): string | null {
  const task = event.data.task ? state.tasks[event.data.task] : undefined
  return task?.step ?? waitingStep
}

function appointmentOf({ tasks }: CaseState, { data }: Queued): number | null {
  const told = data.task ? tasks[data.task] : undefined
  return told?.visit?.appointment ?? null
}

async function lastDecision(state: CaseState, session: ClientSession): Promise<DecisionContent | null> {
  const all = Object.values(state.tasks).flatMap((task) => task.decided)
  const last = all.sort((a, b) => b.at - a.at).find(({ decision }) => decision === 'return' || decision === 'reject')
  if (!last) return null
  const act = await Act.findOne({ _id: last.decisionId }).session(session).lean()
  return act?.kind === 'decision' ? act.content : null
}

async function lastDocument({ _id, state }: ApplicationRecord, session: ClientSession) {
  const codes = [...new Set(Object.values(state.documents).map(({ code }) => code))]
  const latest = codes
    .map((code) => latestDocument(state, code))
    .sort((a, b) => (b?.signedAt ?? 0) - (a?.signedAt ?? 0))[0]
  return latest ? IssuedDocument.findOne({ _id: latest.id, application: _id }).session(session).lean() : null
}
