import { Redirect } from 'wouter'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import type { Me } from '../../../../contracts/me.ts'
import { SignedIn } from '../../app/signed-in.tsx'
import { readApplication } from '../../client/applications.ts'
import { readService } from '../../client/catalogue.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Apply } from '../apply/apply.tsx'

/** Objecting to the decision on a case: the form of the service that hears it. */
export default function AppealPage({ id }: { id: string }) {
  return <SignedIn>{(me) => <Decided id={id} me={me} />}</SignedIn>
}

function Decided({ id, me }: { id: string; me: Me }) {
  const { t, language } = useTexts()
  const to = `/permohonan/${encodeURIComponent(id)}`
  const { data, failure, loading, reload } = useResource(`application:${id}:${language}`, (signal) =>
    readApplication(id, signal),
  )
  if (data && !data.appeal) return <Redirect to={to} replace />
  if (data?.appeal) return <Heard file={data} service={data.appeal.service} me={me} />
  return (
    <Page title={t('appeal.title')} narrow back={{ to, label: t('common.back') }}>
      {failure ? <Failure failure={failure} retry={reload} busy={loading} /> : <Skeleton lines={4} />}
    </Page>
  )
}

function Heard({ file, service: code, me }: { file: ApplicationDetail; service: string; me: Me }) {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`service:${code}:${language}`, (signal) =>
    readService(code, signal),
  )
  if (data) return <Apply key={me.id} service={data} me={me} about={{ id: file.id, number: file.number }} />
  const back = { to: `/permohonan/${encodeURIComponent(file.id)}`, label: t('common.back') }
  return (
    <Page title={t('appeal.title')} narrow back={back}>
      {failure ? <Failure failure={failure} retry={reload} busy={loading} /> : <Skeleton lines={4} />}
    </Page>
  )
}
