import type { TimelineEvent } from '../../../domain/case/events.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { RegisterRecord } from '../../../models/case/register-entry.ts'
import type { CaseDeps } from '../../deps.ts'
import { dateOf } from './application.ts'

type Entered = Extract<TimelineEvent, { type: 'register-entered' }>

export async function registerEntryFor(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { data }: Entered,
): Promise<Omit<RegisterRecord, 'regency'>> {
  const { definition } = await catalogue.service(application.service, application.serviceVersion)
  const register = definition.registers.find((each) => each.code === data.register)
  if (!register)
    throw new RangeError(`${application.service} v${application.serviceVersion} has no register ${data.register}`)
  const { name, nik, account } = application.applicant
  return {
    entry: data.entry,
    register: data.register,
    application: application._id,
    document: data.document,
    service: application.service,
    holder: { name, nik, account },
    fields: Object.fromEntries(register.publicAnswers.map((field) => [field, application.answers[field] ?? null])),
    validFrom: new Date(data.validFrom),
    validUntil: dateOf(data.validUntil),
  }
}
