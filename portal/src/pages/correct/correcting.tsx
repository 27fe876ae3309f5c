import { lazy, Suspense, useState } from 'react'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Failure } from '../../components/failure.tsx'
import { FieldFrame } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import type { Draft } from '../../draft/draft.ts'
import { useSlots, useUploads } from '../../draft/uploads-context.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { loadAnswersForm } from '../../form/ahead.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { paperId } from './flaws.ts'
import { PaperToMend } from './paper-to-mend.tsx'
import { useCorrection } from './use-correction.ts'

const AnswersForm = lazy(loadAnswersForm)

type Props = {
  file: ApplicationDetail
  rules: ServiceDetail['requiredDocuments']
  drafting: DraftState & { draft: Draft }
  onDone: () => void
}

/** Everything the officer named on one page, each at its place, sent back at once. */
export function Correcting({ file, rules, drafting, onDone }: Props) {
  const { t } = useTexts()
  const slots = useSlots(useUploads())
  const correction = useCorrection({ file, rules, drafting, slots }, onDone)
  const [everything, setEverything] = useState(false)
  const { flaws, fields, papers, submission, listed } = correction
  const problemAt = (id: string) => listed.find((one) => one.id === id)?.message
  return (
    <Page
      title={t('correct.title')}
      narrow
      back={{ to: `/permohonan/${encodeURIComponent(file.id)}`, label: t('common.back') }}
      lead={<p>{t('correct.lead')}</p>}
    >
      <form
        className="stack loose correct"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          correction.send()
        }}
      >
        <ErrorSummary problems={listed} round={correction.round} />
        {submission.failure && listed.length === 0 && <Failure failure={submission.failure} />}
        {submission.unanswered && !submission.busy && (
          <Notice tone="warn" live title={t('apply.unknownTitle')}>
            {t('apply.unknown')}
          </Notice>
        )}
        {file.correction?.note && (
          <Notice tone="info" title={t('correct.officerNote')}>
            {file.correction.note}
          </Notice>
        )}
        {(fields.length > 0 || everything) && (
          <section className="stack" aria-labelledby="correct-fields">
            <h2 id="correct-fields">{t('correct.fields')}</h2>
            <Suspense fallback={<Skeleton lines={3} />}>
              <AnswersForm
                form={file.form}
                answers={correction.answers}
                shown={everything ? null : fields}
                errors={correction.errors}
                remarks={flaws.remarks}
                onChange={correction.answer}
              />
            </Suspense>
          </section>
        )}
        {papers.length > 0 && (
          <section className="stack" aria-labelledby="correct-papers">
            <h2 id="correct-papers">{t('correct.documents')}</h2>
            {papers.map((code) => (
              <PaperToMend
                key={code}
                code={code}
                name={correction.nameOf(code)}
                rule={rules.find((rule) => rule.code === code)}
                present={file.attachments.find((one) => one.code === code)?.file}
                remark={flaws.documents.find(({ name }) => name === code)?.message}
                error={problemAt(paperId(code))}
              />
            ))}
          </section>
        )}
        {flaws.others.length > 0 && (
          <section className="stack tight" aria-labelledby="correct-others">
            <h2 id="correct-others">{t('correct.others')}</h2>
            {flaws.others.map(({ name, message }) => (
              <p key={name + message} className="field-remark">
                {message}
              </p>
            ))}
            <p className="soft">{t('correct.othersText')}</p>
          </section>
        )}
        {!everything && (
          <div>
            <Button look="quiet" icon="pen" onClick={() => setEverything(true)}>
              {t('correct.showAll')}
            </Button>
          </div>
        )}
        <FieldFrame id="correct-note" label={t('correct.note')} optional>
          <textarea
            id="correct-note"
            className="input"
            rows={3}
            maxLength={1000}
            value={drafting.draft.note}
            onChange={(event) => drafting.change({ note: event.target.value })}
          />
        </FieldFrame>
        <Button type="submit" wide busy={submission.busy}>
          {t(submission.unanswered ? 'apply.submitAgain' : 'correct.send')}
        </Button>
      </form>
    </Page>
  )
}
