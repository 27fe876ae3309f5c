import type { ApplicationRow } from '../../contracts/applications.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { maskNik } from './mask.ts'
import { presentWaitingOn } from './waiting-on.ts'
import type { CaseWords } from './words.ts'

/** A case as lists show it; the NIK is masked for everybody. */
export function presentApplicationRow(application: ApplicationRecord, words: CaseWords): ApplicationRow {
  return {
    id: application._id,
    number: application.number,
    service: application.service,
    serviceName: words.definition.name,
    serviceVersion: application.serviceVersion,
    status: application.status,
    channel: application.channel,
    servicePoint: application.servicePoint,
    village: application.village,
    applicantName: application.applicant.name,
    applicantNik: maskNik(application.applicant.nik),
    waitingOn: presentWaitingOn(application, words),
    dueAt: application.dueAt?.toISOString() ?? null,
    receivedAt: application.acceptedAt.toISOString(),
    closedAt: application.closedAt?.toISOString() ?? null,
  }
}

/** The case's own present: now, or later where a demo case was skipped ahead. */
export const asOf = ({ shift }: { shift: number }) => Date.now() + shift
