import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ApplicationReceipt } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { proxyDesk } from '../../app/session.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary, type FieldProblem } from '../../components/error-summary.tsx'
import { usePageTitle } from '../../components/page.tsx'
import { Progress } from '../../components/progress.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { Uploads } from '../../draft/uploads.ts'
import { useSlots } from '../../draft/uploads-context.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { type FieldError, fieldId } from '../../form/check-answers.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { DraftBanner, DraftSaved } from './draft-notes.tsx'
import { requestBody } from './request-body.ts'
import { placeErrors } from './server-errors.ts'
import { StepBody } from './step-body.tsx'
import { documentSlot, dueDocuments, stepsOf } from './steps.ts'
import { useChecks } from './use-checks.ts'
import { useStep } from './use-step.ts'
import { useSubmission } from './use-submission.ts'

type Props = {
  service: ServiceDetail
  desk: ReturnType<typeof proxyDesk>
  drafting: DraftState & { draft: Draft }
  uploads: Uploads
  onDiscard: () => void
  onDone: (receipt: ApplicationReceipt) => void
}

/** One page of the form at a time, each checked before the next; the last one sends. */
export function Filling({ service, desk, drafting, uploads, onDiscard, onDone }: Props) {
  const { t, local } = useTexts()
  const { draft, change } = drafting
  const slots = useSlots(uploads)
  const proxy = desk !== null
  const steps = useMemo(() => stepsOf(service, proxy), [service, proxy])
  const codes = steps.map(({ code }) => code)
  const [code, go] = useStep(codes, codes.includes(draft.page) ? draft.page : (codes[0] ?? ''))
  const at = Math.max(0, codes.indexOf(code))
  const step = steps[at]
  const checks = useChecks({ service, draft, slots, villageNeeded: true })
  const [problems, setProblems] = useState<Record<string, FieldProblem[]>>({})
  const [answerErrors, setAnswerErrors] = useState<FieldError[]>([])
  const [others, setOthers] = useState<string[]>([])
  const [round, setRound] = useState(0)
  const [agreed, setAgreed] = useState(false)
  const submission = useSubmission(drafting)
  if (!step) throw new Error('A form without pages')

  const title = typeof step.title === 'string' ? t(step.title) : local(step.title)
  const heading = usePageTitle(`${title} · ${local(service.name)}`)
  const moveTo = (next: string) => {
    change({ page: next })
    go(next)
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }
  const complain = (found: FieldProblem[]) => {
    setProblems((before) => ({ ...before, [step.code]: found }))
    setRound((count) => count + 1)
  }

  const next = async () => {
    const found = await checks.check(step)
    setAnswerErrors(found.answers)
    complain(found.problems)
    const following = codes[at + 1]
    if (found.problems.length === 0 && following) moveTo(following)
  }

  const send = async () => {
    setOthers([])
    if (!submission.unanswered) {
      const unready = await checks.firstUnready(steps)
      if (unready) {
        setAnswerErrors(unready.answers)
        setProblems((before) => ({ ...before, [unready.step]: unready.problems }))
        setRound((count) => count + 1)
        return moveTo(unready.step)
      }
      if (!agreed) return complain([{ id: 'agree', message: t('apply.consentMissing') }])
      complain([])
    }
    const outcome = await submission.submit(requestBody(service, draft, slots, desk))
    if ('receipt' in outcome) return onDone(outcome.receipt)
    const placed = placeErrors(
      outcome.failure.problem,
      steps,
      outcome.sent.documents.map((document) => document.code),
    )
    for (const document of placed.documents) uploads.sendAgain(documentSlot(document))
    setProblems(placed.problems)
    setAnswerErrors(placed.answers)
    setOthers(placed.others)
    setRound((count) => count + 1)
    if (placed.page) moveTo(placed.page)
  }

  const fieldErrors = step.kind === 'form' ? answerErrors.filter(({ field }) => inStep(step.fields, field)) : []
  const listed = [
    ...(problems[step.code] ?? []),
    ...fieldErrors.map(({ field, message }) => ({ id: fieldId(field), message })),
  ].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)

  return (
    <main id="content" className="page narrow apply">
      <div className="apply-top no-print">
        <p className="apply-service">{local(service.name)}</p>
        <Link to={`/layanan/${service.code}`} className="apply-leave" title={t('apply.leaveHint')}>
          {t('apply.leave')}
        </Link>
      </div>
      <Progress at={at + 1} of={steps.length} label={t('apply.step', { at: at + 1, of: steps.length })} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <DraftBanner drafting={drafting} service={service} onDiscard={onDiscard} />
      <ErrorSummary problems={listed} round={round} />
      <form
        className="stack loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (step.kind === 'review') send()
          else next()
        }}
      >
        <StepBody
          step={step}
          service={service}
          proxy={proxy}
          draft={draft}
          due={dueDocuments(service, draft.answers)}
          slots={slots}
          problems={new Map(listed.map(({ id, message }) => [id, message]))}
          answerErrors={fieldErrors}
          others={others}
          agreed={agreed}
          onAgreed={setAgreed}
          submission={submission}
          steps={steps}
          onEdit={moveTo}
          onChange={(patch) => {
            change(patch)
          }}
          onAnswers={(answers, id) => {
            change({ answers })
            if (id) setAnswerErrors((errors) => errors.filter(({ field }) => fieldId(field) !== id))
          }}
        />
        <div className="apply-actions">
          {at > 0 && (
            <Button look="secondary" icon="back" onClick={() => moveTo(codes[at - 1] ?? code)}>
              {t('common.back')}
            </Button>
          )}
          <Button type="submit" wide busy={submission.busy || checks.busy}>
            {step.kind !== 'review'
              ? t('common.next')
              : submission.busy
                ? t('apply.submitting')
                : t(submission.unanswered ? 'apply.submitAgain' : 'apply.submit')}
          </Button>
          <DraftSaved drafting={drafting} />
        </div>
      </form>
    </main>
  )
}

const inStep = (fields: string[], field: string) =>
  fields.some((name) => field === name || field.startsWith(`${name}.`))
