import type { ServiceDefinition } from '../../../catalogue/service-schema.ts'
import type { TimelineEvent } from '../../../domain/case/events.ts'
import { ossStatusOf } from '../../../domain/outside/oss-status.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import { Report, type ReportedLicence } from '../../../models/case/report.ts'
import type { ClientSession } from '../../../models/database.ts'
import type { CaseDeps } from '../../deps.ts'

/** What OSS is to be told of an event, queued in its transaction. Nothing for services that report to nobody. */
export async function queueReport(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  event: TimelineEvent,
  session: ClientSession,
): Promise<void> {
  // Told already by the register that the case was taken over from.
  if (application.imported && event.at <= application.imported.at.getTime()) return
  const status = ossStatusOf(event, application.state)
  if (!status) return
  const { definition } = await catalogue.service(application.service, application.serviceVersion)
  const licence = licenceOf(definition, application.answers)
  if (!licence) return
  const { _id, number } = application
  const at = new Date(event.at)
  const report = { application: _id, number, seq: event.seq, licence, status, at, nextAttemptAt: new Date(0) }
  await Report.insertMany([report], { session })
}

/** Null where the service reports to nobody, or the applicant named no licence. */
function licenceOf({ reports }: ServiceDefinition, answers: Record<string, unknown>): ReportedLicence | null {
  if (!reports) return null
  const { system: _system, ...fields } = reports
  const named = Object.entries(fields).map(([name, field]) => [name, answers[field]] as const)
  if (named.some(([, value]) => typeof value !== 'string' || value === '')) return null
  return Object.fromEntries(named) as ReportedLicence
}
