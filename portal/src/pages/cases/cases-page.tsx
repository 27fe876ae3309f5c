import { proxyDesk, useSession } from '../../app/session.tsx'
import { SignedIn } from '../../app/signed-in.tsx'
import { readApplications } from '../../client/applications.ts'
import { useResource } from '../../client/use-resource.ts'
import { ButtonLink } from '../../components/button.tsx'
import { CaseCard } from '../../components/case-card.tsx'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export default function CasesPage() {
  return <SignedIn>{() => <Cases />}</SignedIn>
}

function Cases() {
  const { t, language } = useTexts()
  const desk = proxyDesk(useSession().me)
  const { data, failure, loading, reload } = useResource(`applications:${language}`, readApplications)
  const open = data?.filter(({ closedAt }) => closedAt === null) ?? []
  const closed = data?.filter(({ closedAt }) => closedAt !== null) ?? []
  const groups = [
    { title: t('cases.open'), rows: open },
    { title: t('cases.closed'), rows: closed },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <Page title={t(desk ? 'cases.deskTitle' : 'common.myCases')} narrow>
      <div className="stack loose">
        {!desk && (
          <div>
            <ButtonLink to="/izin-saya" look="secondary" icon="shield">
              {t('common.myLicences')}
            </ButtonLink>
          </div>
        )}
        {failure && <Failure failure={failure} retry={reload} busy={loading} />}
        {!data && loading && <Skeleton lines={0} cards={3} />}
        {data?.length === 0 && (
          <div className="card stack">
            <h2>{t('cases.emptyTitle')}</h2>
            <p className="soft">{t('cases.emptyText')}</p>
            <div>
              <ButtonLink to="/" icon="search">
                {t('notFound.home')}
              </ButtonLink>
            </div>
          </div>
        )}
        {groups.map(({ title, rows }) => (
          <section key={title} className="stack">
            <h2>{title}</h2>
            <ul className="stack">
              {rows.map((row) => (
                <li key={row.id}>
                  <CaseCard row={row} withName={desk !== null} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}
