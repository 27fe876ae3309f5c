import type { Applicant, CreateApplication } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { ProxyDraft } from '../../draft/draft.ts'
import type { Slots } from '../../draft/uploads.ts'
import { documentSlot, dueDocuments } from './steps.ts'

type Desk = { channel: 'counter' | 'village'; servicePoint: string | null } | null

/** What is sent to the office, made of what was filled in. Empty answers are left out, not sent empty. */
export function requestBody(
  service: ServiceDetail,
  filled: { applicant: Partial<Applicant>; proxy: ProxyDraft | null; answers: Record<string, unknown> },
  slots: Slots,
  desk: Desk,
  renews: string | null = null,
): CreateApplication {
  const documents = dueDocuments(service, filled.answers).flatMap(({ code }) => {
    const state = slots[documentSlot(code)]
    return state?.phase === 'done' && state.file.stored ? [{ code, file: state.file.stored.id }] : []
  })
  return {
    service: service.code,
    applicant: applicantOf(filled.applicant),
    answers: filled.answers,
    documents,
    channel: desk?.channel ?? 'portal',
    ...(desk?.servicePoint && { servicePoint: desk.servicePoint }),
    ...(renews && { renews }),
    ...(desk && filled.proxy && { proxy: proxyOf(filled.proxy) }),
  }
}

function applicantOf({ name = '', nik = '', phone, email, village }: Partial<Applicant>): Applicant {
  return {
    name: name.trim(),
    nik,
    ...(phone && { phone }),
    ...(email?.trim() && { email: email.trim() }),
    ...(village && { village }),
  }
}

function proxyOf({ manner = 'signed', witness, relation }: ProxyDraft): NonNullable<CreateApplication['proxy']> {
  return {
    consent: true,
    manner,
    ...(witness?.trim() && { witness: witness.trim() }),
    ...(relation?.trim() && { relation: relation.trim() }),
  }
}
