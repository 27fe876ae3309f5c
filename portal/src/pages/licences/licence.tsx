import type { RegisterRow } from '../../../../contracts/register.ts'
import { useTimes } from '../../app/regency.tsx'
import { readLicence } from '../../client/register.ts'
import { useResource } from '../../client/use-resource.ts'
import { ButtonLink } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { StandingSentence } from '../../components/standing-sentence.tsx'
import { StandingTag } from '../../components/standing-tag.tsx'
import { breakable } from '../../format/breakable.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { Renewal } from './renewal.tsx'
import { Report } from './report.tsx'

/** One licence: how it stands, how long still, and what its holder can do. */
export function Licence({ row }: { row: RegisterRow }) {
  const { t, local, language } = useTexts()
  const times = useTimes()
  const { data, failure, loading, reload } = useResource(`licence:${row.id}:${language}`, (signal) =>
    readLicence(row.id, signal),
  )
  return (
    <article className="card stack">
      <div className="row">
        <StandingTag today={row.today} />
        {row.daysLeft !== null && row.daysLeft <= 90 && (
          <strong>
            {row.daysLeft === 0 ? t('licences.lastDay') : t('licences.daysLeft', { smart_count: row.daysLeft })}
          </strong>
        )}
      </div>
      <div>
        <h2>{local(row.documentTitle)}</h2>
        <p className="soft number">{breakable(row.number)}</p>
      </div>
      <p>
        <StandingSentence today={row.today} />
      </p>
      {failure && <Failure failure={failure} retry={reload} busy={loading} />}
      {data && <Renewal licence={data} />}
      {data?.report && (
        <p>
          {row.reportMissingSince
            ? t('licences.reportMissing', { at: times.date(row.reportMissingSince) })
            : data.report.nextDueAt && t('licences.reportNext', { at: times.date(data.report.nextDueAt) })}
        </p>
      )}
      {data?.report && data.actions.includes('report') && <Report licence={data} onSent={reload} />}
      {data && (
        <details>
          <summary>{t('licences.story')}</summary>
          <ul className="stack tight">
            {data.timeline.map((event) => (
              <li key={event.seq}>
                <span className="soft">{times.date(event.at)}</span> {event.text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div>
        <ButtonLink to={`/permohonan/${encodeURIComponent(row.application)}`} look="quiet" icon="document">
          {t('licences.document')}
        </ButtonLink>
      </div>
    </article>
  )
}
