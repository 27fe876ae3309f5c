import type { Applicant } from '../../../../contracts/applications.ts'
import { isPlausibleNik } from '../../../../domain/nik.ts'
import type { FieldProblem } from '../../components/error-summary.tsx'
import type { ProxyDraft } from '../../draft/draft.ts'
import type { Slots } from '../../draft/uploads.ts'
import type { Translate } from '../../i18n/texts.tsx'
import { type DueDocument, documentId, documentSlot } from './steps.ts'

const phonePattern = /^(\+62|62|0)8\d{8,11}$/
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

export function checkConsent(proxy: ProxyDraft | null, t: Translate): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!proxy?.consent) problems.push({ id: 'proxy-consent', message: t('apply.proxyConsentMissing') })
  if (!proxy?.manner)
    problems.push({ id: 'proxy-manner', message: `${t('apply.proxyManner')} ${t('form.choiceMissing')}` })
  if (proxy?.manner === 'spoken-before-witness' && (proxy.witness ?? '').trim().length < 2)
    problems.push({ id: 'proxy-witness', message: t('apply.proxyWitnessMissing') })
  return problems
}

export function checkApplicant(applicant: Partial<Applicant>, villageNeeded: boolean, t: Translate): FieldProblem[] {
  const { name = '', nik = '', phone, email, village } = applicant
  const problems: FieldProblem[] = []
  if (name.trim().length < 2) problems.push({ id: 'applicant-name', message: t('apply.nameMissing') })
  if (!isPlausibleNik(nik)) problems.push({ id: 'applicant-nik', message: t('form.nikWrong') })
  if (phone && !phonePattern.test(phone)) problems.push({ id: 'applicant-phone', message: t('form.phoneWrong') })
  if (email && !emailPattern.test(email)) problems.push({ id: 'applicant-email', message: t('form.emailWrong') })
  if (villageNeeded && !village) problems.push({ id: 'applicant-village', message: t('apply.villageMissing') })
  return problems
}

type NamedDocument = Pick<DueDocument, 'code' | 'required'> & { label: string }

/** What is missing among the papers; with `sent`, also what is not with the office yet. */
export function checkDocuments(due: NamedDocument[], slots: Slots, sent: boolean, t: Translate): FieldProblem[] {
  return due.flatMap(({ code, required, label }) => {
    const state = slots[documentSlot(code)]
    const has = state !== undefined && state.phase !== 'refused'
    if (!has) return required ? [{ id: documentId(code), message: t('apply.fileMissing', { name: label }) }] : []
    return sent && state.phase !== 'done'
      ? [{ id: documentId(code), message: t('apply.filePending', { name: label }) }]
      : []
  })
}
