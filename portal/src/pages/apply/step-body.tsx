import { lazy, Suspense } from 'react'
import type { CreateApplication } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { CallFailure } from '../../client/problem.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { Slots } from '../../draft/uploads.ts'
import { loadAnswersForm } from '../../form/ahead.ts'
import type { FieldError } from '../../form/check-answers.ts'
import { ApplicantStep } from './steps/applicant-step.tsx'
import { ConsentStep } from './steps/consent-step.tsx'
import { DocumentsStep } from './steps/documents-step.tsx'
import { ReviewStep } from './steps/review-step.tsx'
import type { DueDocument, Step } from './steps.ts'

const AnswersForm = lazy(loadAnswersForm)

export type StepProps = {
  step: Step
  steps: Step[]
  service: ServiceDetail
  proxy: boolean
  draft: Draft
  due: DueDocument[]
  slots: Slots
  /** Message by element id. */
  problems: ReadonlyMap<string, string>
  answerErrors: FieldError[]
  others: string[]
  agreed: boolean
  onAgreed: (agreed: boolean) => void
  submission: { busy: boolean; failure: CallFailure | null; unanswered: CreateApplication | null }
  onEdit: (step: string) => void
  /** `id` is the element that was changed. */
  onChange: (patch: Partial<Draft>, id?: string) => void
  onAnswers: (answers: Record<string, unknown>, id: string | undefined) => void
}

export function StepBody(props: StepProps) {
  const { step, service, draft, answerErrors, onAnswers } = props
  switch (step.kind) {
    case 'consent':
      return <ConsentStep {...props} />
    case 'applicant':
      return <ApplicantStep {...props} />
    case 'form':
      return (
        <Suspense fallback={<Skeleton lines={4} />}>
          <AnswersForm
            form={service.form}
            answers={draft.answers}
            shown={step.fields}
            errors={answerErrors}
            onChange={onAnswers}
          />
        </Suspense>
      )
    case 'documents':
      return <DocumentsStep {...props} />
    case 'review':
      return <ReviewStep {...props} />
  }
}
