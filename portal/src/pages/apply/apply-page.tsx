import { useSearch } from 'wouter'
import type { Me } from '../../../../contracts/me.ts'
import { SignedIn } from '../../app/signed-in.tsx'
import { readService } from '../../client/catalogue.ts'
import { readRenewal } from '../../client/register.ts'
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
  const entry = new URLSearchParams(useSearch()).get('perpanjang')
  const renewal = useResource(entry && `renewal:${entry}`, (signal) => readRenewal(entry ?? '', signal))
  if (data && (!entry || renewal.data))
    return <Apply key={me.id} service={data} me={me} renewal={renewal.data ?? null} />
  const failed = failure ?? renewal.failure
  const back = { to: `/layanan/${code}`, label: t('common.back') }
  if (failed)
    return (
      <Page title={t(failure ? 'apply.formUnavailable' : 'licences.loadFailed')} narrow back={back}>
        <Failure failure={failed} retry={failure ? reload : renewal.reload} busy={loading || renewal.loading} />
      </Page>
    )
  return (
    <main id="content" className="page narrow">
      <Skeleton lines={4} cards={2} />
    </main>
  )
}
