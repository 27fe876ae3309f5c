import { SignedIn } from '../../app/signed-in.tsx'
import { useFresh } from '../../app/use-fresh.ts'
import { readLicences } from '../../client/register.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Licence } from './licence.tsx'
import '../../components/rows.css'

export default function LicencesPage() {
  return <SignedIn>{() => <Licences />}</SignedIn>
}

/** A person's licences: how they stand, how long still, and what is theirs to do. */
function Licences() {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`licences:${language}`, readLicences)
  useFresh(reload)
  return (
    <Page title={t('licences.title')} lead={t('licences.lead')} narrow>
      <div className="stack loose">
        {failure && <Failure failure={failure} retry={reload} busy={loading} />}
        {!data && loading && <Skeleton lines={0} cards={2} />}
        {data?.length === 0 && (
          <div className="card stack tight">
            <h2>{t('licences.emptyTitle')}</h2>
            <p className="soft">{t('licences.emptyText')}</p>
          </div>
        )}
        <ul className="stack">
          {data?.map((row) => (
            <li key={row.id}>
              <Licence row={row} />
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
