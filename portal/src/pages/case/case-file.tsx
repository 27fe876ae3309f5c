import { useState } from 'react'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { ButtonAnchor } from '../../components/button.tsx'
import { IssuedDocuments } from '../../components/issued-documents.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { StatusTag } from '../../components/status.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { CorrectionNotice } from './correction-notice.tsx'
import { FiledContent } from './filed-content.tsx'
import { Objection } from './objection.tsx'
import { Outcome } from './outcome.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'
import { Withdraw } from './withdraw.tsx'

/** One case, told to the person it belongs to. */
export function CaseFile({ file, onChanged }: { file: ApplicationDetail; onChanged: () => void }) {
  const { t, local } = useTexts()
  const [corrected] = useState(() => window.history.state?.corrected === true)
  return (
    <Page
      title={local(file.serviceName)}
      narrow
      back={{ to: '/permohonan', label: t('common.myCases') }}
      lead={
        <p className="row">
          <StatusTag status={file.status} />
          <span className="number">{file.number}</span>
        </p>
      }
    >
      <div className="stack loose">
        {corrected && !file.correction && (
          <Notice tone="good" live title={t('correct.sent')}>
            {t('correct.sentText')}
          </Notice>
        )}
        <CorrectionNotice file={file} />
        <Outcome file={file} />
        <Objection file={file} />
        <Standing file={file} />
        <IssuedDocuments documents={file.documents} />
        <Timeline id={file.id} version={file.asOf} />
        <FiledContent file={file} />
        <div className="row no-print">
          <ButtonAnchor href={`/api/applications/${encodeURIComponent(file.id)}/slip`} icon="print">
            {t('caseFile.slip')}
          </ButtonAnchor>
          {file.actions.includes('withdraw') && <Withdraw id={file.id} onWithdrawn={onChanged} />}
        </div>
      </div>
    </Page>
  )
}
