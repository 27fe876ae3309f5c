import type { PublicCompliance } from '../../../../contracts/public-compliance.ts'
import { useTimes } from '../../app/regency.tsx'
import { readCompliance } from '../../client/compliance.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import './compliance.css'

/** How agencies keep the terms they promise, for anybody. */
export default function CompliancePage() {
  const { t } = useTexts()
  const { data, failure, loading, reload } = useResource('compliance', readCompliance)
  return (
    <Page title={t('compliance.title')} lead={t('compliance.lead')} narrow>
      <div className="stack loose">
        {failure && <Failure failure={failure} retry={reload} busy={loading} />}
        {!data && loading && <Skeleton lines={0} cards={3} />}
        {data && <Agencies data={data} />}
      </div>
    </Page>
  )
}

function Agencies({ data: { from, to, smallest, agencies } }: { data: PublicCompliance }) {
  const { t, language } = useTexts()
  const times = useTimes()
  const number = (count: number) => count.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
  const month = (first: string) => times.date(first).replace(/^\d+ /, '')
  if (agencies.length === 0)
    return (
      <Notice tone="info" title={t('compliance.nothing')}>
        {t('compliance.nothingText')}
      </Notice>
    )
  return (
    <>
      <p className="soft">{t('compliance.period', { from: month(from), to: month(to) })}</p>
      <ul className="stack">
        {agencies.map(({ code, name, kept }) => (
          <li key={code}>
            <article className="card stack">
              <h2>{name}</h2>
              {kept ? (
                <>
                  <p className="compliance-share">{t('compliance.percent', { percent: kept.percent })}</p>
                  <div className="compliance-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${kept.percent}%` }} />
                  </div>
                  <p className="soft">
                    {t('compliance.cases', { smart_count: kept.cases, count: number(kept.cases) })}
                  </p>
                </>
              ) : (
                <p className="soft">{t('compliance.tooFew', { count: smallest })}</p>
              )}
            </article>
          </li>
        ))}
      </ul>
      <p className="soft">{t('compliance.how')}</p>
    </>
  )
}
