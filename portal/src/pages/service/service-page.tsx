import type { ServiceDetail } from '../../../../contracts/services.ts'
import { readService } from '../../client/catalogue.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { Basis } from './basis.tsx'
import { Facts } from './facts.tsx'
import { Needs } from './needs.tsx'
import { ServicePromise } from './service-promise.tsx'
import { Standard } from './standard.tsx'
import { StepList } from './step-list.tsx'
import './service.css'

/** The service standard (UU 25/2009 art 21) in the order in which a citizen asks. */
export default function ServicePage({ code }: { code: string }) {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`service:${code}:${language}`, (signal) =>
    readService(code, signal),
  )
  const back = { to: '/', label: t('common.services') }
  if (data) return <Found service={data} />
  if (failure)
    return (
      <Page title={t(failure.kind === 'missing' ? 'service.missingTitle' : 'common.services')} narrow back={back}>
        <Failure failure={failure} retry={failure.kind === 'missing' ? undefined : reload} busy={loading} />
      </Page>
    )
  return (
    <main id="content" className="page">
      <Skeleton lines={3} cards={2} />
    </main>
  )
}

function Found({ service }: { service: ServiceDetail }) {
  const { t, local } = useTexts()
  return (
    <Page
      title={local(service.name)}
      back={{ to: '/', label: t('common.services') }}
      lead={<p>{local(service.summary)}</p>}
    >
      <div className="service">
        <div className="stack loose service-main">
          <Facts service={service} />
          <ServicePromise service={service} />
          <Needs documents={service.requiredDocuments} />
          <StepList steps={service.steps} />
          <Standard parts={service.standard} />
          <Basis service={service} />
        </div>
        <ApplyBar service={service} />
      </div>
    </Page>
  )
}
