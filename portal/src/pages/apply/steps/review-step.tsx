import { AnswerList } from '../../../components/answer-list.tsx'
import { Button } from '../../../components/button.tsx'
import { Choices } from '../../../components/choices.tsx'
import { Failure } from '../../../components/failure.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Notice } from '../../../components/notice.tsx'
import { fileSize } from '../../../format/size.ts'
import { useTexts } from '../../../i18n/texts.tsx'
import type { StepProps } from '../step-body.tsx'
import { documentSlot } from '../steps.ts'
import { ApplicantReview } from './applicant-review.tsx'

/** Everything once more, each part with its way back, then the consent. */
export function ReviewStep(props: StepProps) {
  const { steps, service, proxy, draft, due, slots, problems, others, agreed, onAgreed, submission, onEdit } = props
  const { t, local, language } = useTexts()
  const { failure, unanswered, busy } = submission
  return (
    <>
      {unanswered && !busy && (
        <Notice tone="warn" live title={t('apply.unknownTitle')}>
          {t('apply.unknown')}
        </Notice>
      )}
      {failure && <Failure failure={failure} />}
      {others.length > 0 && (
        <Notice tone="bad" live title={t('apply.refusedTitle')}>
          <ul>
            {others.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{t('apply.reviewIntro')}</p>
      {steps.map((step) => {
        if (step.kind === 'review') return null
        const title = typeof step.title === 'string' ? t(step.title) : local(step.title)
        return (
          <section key={step.code} className="card stack" aria-labelledby={`review-${step.code}`}>
            <div className="review-head">
              <h2 id={`review-${step.code}`}>{title}</h2>
              {!unanswered && (
                <Button look="quiet" icon="pen" onClick={() => onEdit(step.code)}>
                  {t('common.edit')}
                  <span className="visually-hidden"> {title}</span>
                </Button>
              )}
            </div>
            {step.kind === 'form' && <AnswerList form={service.form} fields={step.fields} answers={draft.answers} />}
            {(step.kind === 'applicant' || step.kind === 'consent') && (
              <ApplicantReview kind={step.kind} draft={draft} />
            )}
            {step.kind === 'documents' && (
              <ul className="review-files">
                {due.map((document) => {
                  const state = slots[documentSlot(document.code)]
                  return (
                    <li key={document.code}>
                      <Icon name={state?.phase === 'done' ? 'check' : 'document'} size={20} />
                      <span>
                        {local(document.name)}
                        <span className="soft">
                          {' '}
                          {state && 'file' in state
                            ? `${fileSize(state.file.size, language)}`
                            : `(${t('apply.notAnswered')})`}
                        </span>
                      </span>
                    </li>
                  )
                })}
              </ul>
            )}
          </section>
        )
      })}
      {!unanswered && (
        <Choices
          id="agree"
          label={t('apply.reviewPage')}
          hideLabel
          type="checkbox"
          options={[{ value: 'yes', label: t(proxy ? 'apply.consentProxy' : 'apply.consent') }]}
          chosen={agreed ? ['yes'] : []}
          error={problems.get('agree')}
          onChoose={(_, on) => onAgreed(on)}
        />
      )}
    </>
  )
}
