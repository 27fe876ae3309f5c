import type { Me } from '../../../../contracts/me.ts'
import { SignedIn } from '../../app/signed-in.tsx'
import { readService } from '../../client/catalogue.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Apply } from './apply.tsx'

export default function ApplyPage({ code }: { code: string }) {
  return <SignedIn>{(me) => <Loaded code={code} me={me} />}</SignedIn>
}

function Loaded({ code, me }: { code: string; me: Me }) {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`service:${code}:${language}`, (signal) =>
    readService(code, signal),
  )
  if (data) return <Apply key={me.id} service={data} me={me} />
  const back = { to: `/layanan/${code}`, label: t('common.back') }
  if (failure)
    return (
      <Page title={t('apply.formUnavailable')} narrow back={back}>
        <Failure failure={failure} retry={reload} busy={loading} />
      </Page>
    )
  return (
    <main id="content" className="page narrow">
      <Skeleton lines={4} cards={2} />
    </main>
  )
}
