import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Me } from '../../../../contracts/me.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { proxyDesk } from '../../app/session.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { appealSubject, applySubject } from '../../draft/draft.ts'
import { type KeptReceipt, keepReceipt } from '../../draft/receipts.ts'
import { UploadsContext, useDraftUploads } from '../../draft/uploads-context.ts'
import { useDraft } from '../../draft/use-draft.ts'
import { Done } from './done.tsx'
import { Filling } from './filling.tsx'
import { prefilled } from './prefill.ts'
import './apply.css'

/** The case whose decision is objected to, instead of a filing that stands by itself. */
export type About = { id: string; number: string }

/** Everything between "Ajukan" and the receipt. */
export function Apply({ service, me, about = null }: { service: ServiceDetail; me: Me; about?: About | null }) {
  const [round, setRound] = useState(0)
  const [receipt, setReceipt] = useState<KeptReceipt | null>(null)
  const [, navigate] = useLocation()
  const desk = proxyDesk(me)

  const again = () => {
    setReceipt(null)
    setRound((count) => count + 1)
    navigate(`/layanan/${service.code}/ajukan`, { replace: true })
  }
  if (receipt) return <Done service={service} receipt={receipt} proxy={desk !== null} onAnother={again} />
  return <OneDraft key={round} service={service} me={me} about={about} onDone={setReceipt} onAgain={again} />
}

type Props = {
  service: ServiceDetail
  me: Me
  about: About | null
  onDone: (receipt: KeptReceipt) => void
  onAgain: () => void
}

function OneDraft({ service, me, about, onDone, onAgain }: Props) {
  const desk = proxyDesk(me)
  const drafting = useDraft(me.id, about ? appealSubject(about.id) : applySubject(service.code), service.version)
  const { draft, files, restored, settle, discard } = drafting
  const uploads = useDraftUploads(draft?.id, files)
  const fresh = draft !== null && !restored && draft.page === ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new draft is filled in from the profile once
  useEffect(() => {
    if (fresh) settle({ page: 'start', ...prefilled(service, me, desk) })
  }, [fresh])

  if (!draft || !uploads || fresh)
    return (
      <main id="content" className="page narrow">
        <Skeleton lines={4} />
      </main>
    )
  return (
    <UploadsContext value={uploads}>
      <Filling
        service={service}
        about={about}
        desk={desk}
        drafting={{ ...drafting, draft }}
        uploads={uploads}
        onDiscard={async () => {
          await discard()
          window.history.replaceState(window.history.state, '', window.location.pathname)
          onAgain()
        }}
        onDone={async (answer) => {
          const receipt = { ...answer, person: me.id, service: service.code, at: Date.now() }
          await keepReceipt(receipt).catch(() => undefined)
          await discard()
          window.history.replaceState(window.history.state, '', window.location.pathname)
          onDone(receipt)
        }}
      />
    </UploadsContext>
  )
}
