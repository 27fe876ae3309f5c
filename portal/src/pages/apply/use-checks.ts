import { useState } from 'react'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { FieldProblem } from '../../components/error-summary.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { Slots } from '../../draft/uploads.ts'
import { checkAnswers, type FieldError, topField } from '../../form/check-answers.ts'
import { dateErrors } from '../../form/date-bounds.ts'
import { loadValidator } from '../../form/validator.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { checkApplicant, checkConsent, checkDocuments } from './check-step.ts'
import { dueDocuments, type Step } from './steps.ts'

export type Checked = { step: string; problems: FieldProblem[]; answers: FieldError[] }

type Asked = { service: ServiceDetail; draft: Draft; slots: Slots; villageNeeded: boolean }

/** Looks over one page, or all of them before sending. */
export function useChecks({ service, draft, slots, villageNeeded }: Asked) {
  const { t, local } = useTexts()
  const [busy, setBusy] = useState(false)

  const answersOf = async (fields: string[]): Promise<FieldError[]> => {
    const id = service.form.schema.$id
    const errors = dateErrors(service.form.uiSchema, draft.answers, t)
    try {
      errors.push(...checkAnswers(await loadValidator(service.form.validator), String(id), draft.answers))
    } catch {
      // Without network the form's validator may be away: the office checks everything again on arrival.
    }
    return errors.filter(({ field }) => fields.includes(topField(field)))
  }

  /** What is wrong with a page other than the form's own, as it stands this moment. */
  const now = (step: Step, sent = false): FieldProblem[] => {
    switch (step.kind) {
      case 'consent':
        return checkConsent(draft.proxy, t)
      case 'applicant':
        return checkApplicant(draft.applicant, villageNeeded, t)
      case 'documents': {
        const due = dueDocuments(service, draft.answers).map((one) => ({ ...one, label: local(one.name) }))
        return checkDocuments(due, slots, sent, t)
      }
      default:
        return []
    }
  }

  const check = async (step: Step, sent = false): Promise<Checked> => ({
    step: step.code,
    problems: now(step, sent),
    answers: step.kind === 'form' ? await answersOf(step.fields) : [],
  })

  const whileBusy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    setBusy(true)
    try {
      return await work()
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    now,
    check: (step: Step) => whileBusy(() => check(step)),
    /** The first page that is not ready to be sent. */
    firstUnready: (steps: Step[]) =>
      whileBusy(async () => {
        for (const step of steps) {
          const found = await check(step, true)
          if (found.problems.length + found.answers.length > 0) return found
        }
        return null
      }),
  }
}
