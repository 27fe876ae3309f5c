import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import { IssuedDocument } from '../../../models/case/document.ts'
import type { ClientSession } from '../../../models/database.ts'
import type { RegisterRecord } from '../../../models/register/entry.ts'
import type { CaseDeps } from '../../deps.ts'
import { dateOf } from './application.ts'

type Entered = Extract<TimelineEvent, { type: 'register-entered' }>

/** The row as its case enters it; what becomes of it afterwards its own timeline says. */
export type EnteredRow = Omit<
  RegisterRecord,
  'regency' | 'state' | 'revokedAt' | 'supersededAt' | 'suspension' | 'startedAt'
>

export async function registerEntryFor(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { data }: Entered,
  session: ClientSession,
): Promise<EnteredRow> {
  const { definition } = await catalogue.service(application.service, application.serviceVersion)
  const register = definition.registers.find((each) => each.code === data.register)
  if (!register)
    throw new RangeError(`${application.service} v${application.serviceVersion} has no register ${data.register}`)
  const document = await IssuedDocument.findOne({ _id: data.document }).session(session).lean()
  if (!document) throw new RangeError(`document ${data.document} is not there`)
  const { name, nik, account } = application.applicant
  return {
    entry: data.entry,
    register: data.register,
    application: application._id,
    document: data.document,
    number: document.number,
    service: application.service,
    serviceVersion: application.serviceVersion,
    agency: document.agency,
    agencies: application.agencies,
    village: application.village,
    servicePoint: application.servicePoint,
    holder: { name, nik, account },
    fields: Object.fromEntries(register.publicAnswers.map((field) => [field, application.answers[field] ?? null])),
    validFrom: new Date(data.validFrom),
    validUntil: dateOf(data.validUntil),
    renews: application.renews ?? null,
    shift: application.shift,
  }
}
