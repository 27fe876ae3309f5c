import type { Me } from '../../../../contracts/me.ts'
import type { RenewalDraft } from '../../../../contracts/register.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { Draft } from '../../draft/draft.ts'

/** What is known of the signed-in person, where they apply for themselves. A renewal also begins with
 * what was answered for the licence that it renews. For others nothing is known beforehand. */
export function prefilled(
  service: ServiceDetail,
  me: Me,
  desk: { village: string | null } | null,
  renewal: RenewalDraft | null = null,
): Pick<Draft, 'applicant' | 'answers' | 'proxy'> {
  if (desk) return { applicant: desk.village ? { village: desk.village } : {}, answers: {}, proxy: { consent: false } }
  const known: Record<string, string | undefined> = { name: me.name, email: me.email, ...me.profile }
  const answers = Object.fromEntries(
    Object.entries(service.form.prefill).flatMap(([field, property]) =>
      known[property] ? [[field, known[property]]] : [],
    ),
  )
  const { name, nik, phone, email, village } = known
  return { applicant: { name, nik, phone, email, village }, answers: { ...answers, ...renewal?.answers }, proxy: null }
}
