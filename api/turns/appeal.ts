import { type CreateApplication, ProxyConsent } from '../../contracts/applications.ts'
import type { AppealDecision } from '../../contracts/turns.ts'
import { requireCase } from '../../domain/case/actions.ts'
import type { About, ApplicationRecord } from '../../models/case/application.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { acceptApplication, filedBefore } from '../applications/accept.ts'
import { appealUntil } from '../case/appeal-until.ts'
import { asOf } from '../case/present-row.ts'
import type { CaseServices } from '../case/services.ts'
import { conflict } from '../errors/problems.ts'
import type { Turning } from './kept-turn.ts'

/**
 * Objects to a decision: an application of the service that hears it, linked to this case, with a clock of its own. Once
 * for each decision. Throws 409 where it is too late or done already, 422 naming every field.
 */
export async function appealDecision(
  services: CaseServices,
  { application, person, key, body }: Turning<AppealDecision>,
): Promise<ApplicationRecord> {
  const { definition } = await versionOf(application.service, application.serviceVersion)
  if (!definition.appeal) throw notHeard()
  const filed = {
    person,
    key,
    about: aboutDecision(application),
    body: filingOf(definition.appeal.service, application, body),
  }
  const kept = await filedBefore(filed)
  if (kept) return kept
  requireCase(application.state, 'appeal')
  const until = application.closedAt && (await appealUntil(definition.appeal, application.closedAt))
  if (!until || asOf(application) > until) throw tooLate()
  return acceptApplication(services, filed)
}

function aboutDecision({ _id, number, state }: ApplicationRecord): About {
  const key = `${_id}~${state.round ?? 0}`
  return { purpose: 'appeal', application: _id, number, key, settledAt: null }
}

/** By whoever the case is about, the way it was filed. */
function filingOf(service: string, application: ApplicationRecord, body: AppealDecision): CreateApplication {
  const { applicant, channel, servicePoint, proxy } = application
  const { account: _account, ...person } = applicant
  return {
    ...body,
    service,
    applicant: person,
    channel: channel === 'import' ? 'portal' : channel,
    ...(servicePoint ? { servicePoint } : {}),
    ...(proxy ? { proxy: ProxyConsent.parse(proxy) } : {}),
  }
}

const notHeard = () =>
  conflict('not-allowed-now', {
    id: 'Keputusan layanan ini tidak dapat diajukan keberatan di sini.',
    en: "This service's decisions cannot be objected to here.",
  })
const tooLate = () =>
  conflict('appeal-too-late', {
    id: 'Batas waktu mengajukan keberatan sudah lewat.',
    en: 'The time to object has passed.',
  })
