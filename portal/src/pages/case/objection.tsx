import { Link } from 'wouter'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { useTimes } from '../../app/regency.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { StatusTag } from '../../components/status.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** What the applicant can do against the decision, and what has become of it. */
export function Objection({ file }: { file: ApplicationDetail }) {
  const { t } = useTexts()
  const times = useTimes()
  const { about, objections, appeal } = file
  return (
    <>
      {about && (
        <p>
          {t('appeal.concerns')} <CaseLink {...about} />
        </p>
      )}
      {objections.map(({ id, number, status }) => (
        <p key={id} className="row">
          {t('appeal.filed')} <CaseLink id={id} number={number} /> <StatusTag status={status} />
        </p>
      ))}
      {appeal && file.actions.includes('appeal') && (
        <Notice tone="info" title={t('appeal.offer')}>
          <p>{t('appeal.offerText', { until: times.dayTime(appeal.until) })}</p>
          <ButtonLink to={`/permohonan/${encodeURIComponent(file.id)}/keberatan`} look="secondary">
            {t('appeal.start')}
          </ButtonLink>
        </Notice>
      )}
    </>
  )
}

const CaseLink = ({ id, number }: { id: string; number: string }) => (
  <Link to={`/permohonan/${encodeURIComponent(id)}`} className="number">
    {number}
  </Link>
)
