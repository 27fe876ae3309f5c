import { SignedIn } from '../../app/signed-in.tsx'
import { useFresh } from '../../app/use-fresh.ts'
import { readApplication } from '../../client/applications.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { CaseFile } from './case-file.tsx'
import '../../components/folds.css'
import '../../components/standing.css'
import './case.css'

export default function CasePage({ id }: { id: string }) {
  return <SignedIn>{() => <Loaded id={id} />}</SignedIn>
}

function Loaded({ id }: { id: string }) {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`application:${id}:${language}`, (signal) =>
    readApplication(id, signal),
  )
  useFresh(reload)
  if (data) return <CaseFile file={data} onChanged={reload} />
  if (failure)
    return (
      <Page title={t('common.myCases')} narrow back={{ to: '/permohonan', label: t('common.myCases') }}>
        <Failure failure={failure} retry={failure.kind === 'missing' ? undefined : reload} busy={loading} />
      </Page>
    )
  return (
    <main id="content" className="page narrow">
      <Skeleton lines={2} cards={3} />
    </main>
  )
}
