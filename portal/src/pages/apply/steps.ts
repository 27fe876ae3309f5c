import type { LocalText } from '../../../../contracts/common.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { type Condition, holds } from '../../../../domain/conditions.ts'
import type { TextKey } from '../../i18n/keys.ts'

export type DueDocument = ServiceDetail['requiredDocuments'][number]

/** One page of applying. `form` pages carry the names of their fields. */
export type Step = { code: string; title: LocalText | TextKey } & (
  | { kind: 'consent' | 'applicant' | 'documents' | 'review' }
  | { kind: 'form'; fields: string[] }
)

/**
 * The pages in order: consent where one files for another, who it is for (unless that is known), the form's own, papers, the
 * last look.
 */
export function stepsOf(service: ServiceDetail, proxy: boolean, asksWho = true): Step[] {
  const steps: Step[] = []
  if (proxy && asksWho) steps.push({ kind: 'consent', code: 'persetujuan', title: 'apply.consentPage' })
  if (asksWho) steps.push({ kind: 'applicant', code: 'pemohon', title: 'apply.applicantPage' })
  for (const { code, title, fields } of service.form.pages)
    steps.push({ kind: 'form', code: `isian-${code}`, title, fields })
  if (service.requiredDocuments.length > 0)
    steps.push({ kind: 'documents', code: 'berkas', title: 'apply.documentsPage' })
  steps.push({ kind: 'review', code: 'kirim', title: 'apply.reviewPage' })
  return steps
}

/** The papers that are asked for with these answers. A condition nobody knows asks rather than forgets. */
export function dueDocuments(
  { requiredDocuments, conditions }: Pick<ServiceDetail, 'requiredDocuments' | 'conditions'>,
  answers: Record<string, unknown>,
): DueDocument[] {
  return requiredDocuments.filter(({ when }) => {
    const condition = when === null ? undefined : conditions[when]
    return condition === undefined || holds(condition as Condition, answers)
  })
}

export const documentSlot = (code: string) => `document:${code}`
export const documentId = (code: string) => `document-${code}`
