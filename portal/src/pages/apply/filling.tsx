import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { ApplicationReceipt, CreateApplication } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import type { proxyDesk } from '../../app/session.tsx'
import { appealDecision, submitApplication } from '../../client/applications.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { usePageTitle } from '../../components/page.tsx'
import { Progress } from '../../components/progress.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { Uploads } from '../../draft/uploads.ts'
import { useSlots } from '../../draft/uploads-context.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { useSubmission } from '../../draft/use-submission.ts'
import { useFormAhead } from '../../form/ahead.ts'
import { useTexts } from '../../i18n/texts.tsx'
import type { About } from './apply.tsx'
import { DraftBanner } from './draft-notes.tsx'
import { FillingActions } from './filling-actions.tsx'
import { requestBody } from './request-body.ts'
import { placeErrors } from './server-errors.ts'
import { StepBody } from './step-body.tsx'
import { documentSlot, dueDocuments, stepsOf } from './steps.ts'
import { useChecks } from './use-checks.ts'
import { useProblems } from './use-problems.ts'
import { useStep } from './use-step.ts'

type Props = {
  service: ServiceDetail
  about: About | null
  desk: ReturnType<typeof proxyDesk>
  drafting: DraftState & { draft: Draft }
  uploads: Uploads
  onDiscard: () => void
  onDone: (receipt: ApplicationReceipt) => void
}

/** One page of the form at a time, each checked before the next; the last one sends. */
export function Filling({ service, about, desk, drafting, uploads, onDiscard, onDone }: Props) {
  const { t, local } = useTexts()
  const { draft, change, settle } = drafting
  const proxy = desk !== null
  const slots = useSlots(uploads)
  const steps = useMemo(() => stepsOf(service, proxy, about === null), [service, proxy, about])
  const codes = steps.map(({ code }) => code)
  const [code, go] = useStep(codes, codes.includes(draft.page) ? draft.page : (codes[0] ?? ''))
  const at = Math.max(0, codes.indexOf(code))
  const step = steps[at]
  if (!step) throw new Error('A form without pages')
  const checks = useChecks({ service, draft, slots, villageNeeded: true })
  const problems = useProblems(step, checks.now)
  const submission = useSubmission(drafting, (body: CreateApplication, key: string) =>
    about ? appealDecision(about.id, body, key) : submitApplication(body, key),
  )
  const [agreed, setAgreed] = useState(false)
  useFormAhead(service.form.validator)
  const title = typeof step.title === 'string' ? t(step.title) : local(step.title)
  const heading = usePageTitle(`${title} · ${local(service.name)}`)

  const moveTo = (next: string) => {
    settle({ page: next })
    go(next)
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }

  const next = async () => {
    const found = await checks.check(step)
    problems.tell(found)
    const following = codes[at + 1]
    if (found.problems.length + found.answers.length === 0 && following) moveTo(following)
  }

  const send = async () => {
    if (!submission.unanswered) {
      const unready = await checks.firstUnready(steps)
      if (unready) {
        problems.tell(unready, true)
        return moveTo(unready.step)
      }
      problems.tellOwn(agreed ? [] : [{ id: 'agree', message: t('apply.consentMissing') }])
      if (!agreed) return
    }
    const outcome = await submission.submit(requestBody(service, draft, slots, desk))
    if ('answer' in outcome) return onDone(outcome.answer)
    const sent = outcome.sent.documents.map((document) => document.code)
    const placed = placeErrors(outcome.failure.problem, steps, sent)
    for (const document of placed.documents) uploads.sendAgain(documentSlot(document))
    problems.tellOffice(placed)
    if (placed.page) moveTo(placed.page)
  }

  return (
    <main id="content" className="page narrow apply">
      <div className="apply-top no-print">
        <p className="apply-service">{about ? t('appeal.about', { number: about.number }) : local(service.name)}</p>
        <Link
          to={about ? `/permohonan/${encodeURIComponent(about.id)}` : `/layanan/${service.code}`}
          className="apply-leave"
          title={t('apply.leaveHint')}
        >
          {t('apply.leave')}
        </Link>
      </div>
      <Progress at={at + 1} of={steps.length} label={t('apply.step', { at: at + 1, of: steps.length })} />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <DraftBanner drafting={drafting} service={service} onDiscard={onDiscard} />
      <ErrorSummary problems={problems.listed} round={problems.round} />
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
          problems={new Map(problems.listed.map(({ id, message }) => [id, message]))}
          answerErrors={problems.fieldErrors}
          others={problems.others}
          agreed={agreed}
          onAgreed={setAgreed}
          submission={submission}
          steps={steps}
          onEdit={moveTo}
          onChange={(patch, id) => {
            change(patch)
            if (id) problems.forget(id)
          }}
          onAnswers={(answers, id) => {
            change({ answers })
            if (id) problems.forget(id)
          }}
        />
        <FillingActions
          drafting={drafting}
          last={step.kind === 'review'}
          sending={submission.busy}
          checking={checks.busy}
          again={submission.unanswered !== null}
          onBack={at > 0 ? () => moveTo(codes[at - 1] ?? code) : undefined}
        />
      </form>
    </main>
  )
}
