import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import type { Me } from '../../../../contracts/me.ts'
import { SignedIn } from '../../app/signed-in.tsx'
import { readApplication } from '../../client/applications.ts'
import { readService } from '../../client/catalogue.ts'
import { forgetResources, useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { correctSubject } from '../../draft/draft.ts'
import { UploadsContext, useDraftUploads } from '../../draft/uploads-context.ts'
import { useDraft } from '../../draft/use-draft.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { Correcting } from './correcting.tsx'
import '../../components/remark.css'

export default function CorrectPage({ id }: { id: string }) {
  return <SignedIn>{(me) => <Loaded id={id} me={me} />}</SignedIn>
}

function Loaded({ id, me }: { id: string; me: Me }) {
  const { t, language } = useTexts()
  const [sent, setSent] = useState(false)
  const { data, failure, loading, reload } = useResource(`application:${id}:${language}`, (signal) =>
    readApplication(id, signal),
  )
  const to = `/permohonan/${encodeURIComponent(id)}`
  if (data && !data.actions.includes('correct') && !sent) return <Redirect to={to} replace />
  if (data) return <OneDraft file={data} me={me} onSent={() => setSent(true)} />
  return (
    <Page title={t('correct.title')} narrow back={{ to, label: t('common.back') }}>
      {failure ? <Failure failure={failure} retry={reload} busy={loading} /> : <Skeleton lines={4} />}
    </Page>
  )
}

function OneDraft({ file, me, onSent }: { file: ApplicationDetail; me: Me; onSent: () => void }) {
  const { language } = useTexts()
  const [, navigate] = useLocation()
  const drafting = useDraft(me.id, correctSubject(`${file.id}/${file.correction?.since ?? ''}`), file.serviceVersion)
  const { draft, files, discard } = drafting
  const uploads = useDraftUploads(draft?.id, files)
  const service = useResource(`service:${file.service}:${language}`, (signal) => readService(file.service, signal))
  if (!draft || !uploads)
    return (
      <main id="content" className="page narrow">
        <Skeleton lines={4} />
      </main>
    )
  return (
    <UploadsContext value={uploads}>
      <Correcting
        file={file}
        rules={service.data?.requiredDocuments ?? []}
        drafting={{ ...drafting, draft }}
        onDone={async () => {
          onSent()
          await discard()
          forgetResources()
          navigate(`/permohonan/${encodeURIComponent(file.id)}`, { replace: true, state: { corrected: true } })
        }}
      />
    </UploadsContext>
  )
}
