import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { useTimes } from '../../app/regency.tsx'
import { Notice, type Tone } from '../../components/notice.tsx'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'

type Kind = NonNullable<ApplicationDetail['outcome']>['kind']

const words: Record<Kind, { tone: Tone; title: TextKey }> = {
  approved: { tone: 'good', title: 'caseFile.outcomeApproved' },
  'deemed-approved': { tone: 'good', title: 'caseFile.outcomeDeemed' },
  rejected: { tone: 'bad', title: 'caseFile.outcomeRejected' },
  withdrawn: { tone: 'info', title: 'caseFile.outcomeWithdrawn' },
  lapsed: { tone: 'info', title: 'caseFile.outcomeLapsed' },
  merged: { tone: 'info', title: 'caseFile.outcomeMerged' },
}

export function Outcome({ file }: { file: ApplicationDetail }) {
  const { t } = useTexts()
  const times = useTimes()
  const { outcome } = file
  if (!outcome) return null
  const { tone, title } = words[outcome.kind]
  return (
    <Notice tone={tone} title={t(title)}>
      <p>{times.full(outcome.at)}</p>
      {outcome.reason && <p>{outcome.reason}</p>}
      {outcome.basis && <p className="soft">{t('caseFile.outcomeBasis', { basis: outcome.basis })}</p>}
    </Notice>
  )
}
