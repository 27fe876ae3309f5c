import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { asFailure, type CallFailure } from '../client/problem.ts'
import { Confirm } from '../components/confirm.tsx'
import { Failure } from '../components/failure.tsx'
import { deleteEverything, listDrafts } from '../draft/store.ts'
import { useTexts } from '../i18n/texts.tsx'
import { useSession } from './session.tsx'

/** Signs out; where something unsent lies on the device, it first asks whether that should stay. */
export function LeaveDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const { t } = useTexts()
  const { leave } = useSession()
  const [, navigate] = useLocation()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  const go = async (clean: boolean) => {
    setBusy(true)
    setFailure(null)
    try {
      if (clean) await deleteEverything()
      await leave()
      onClose()
      navigate('/')
    } catch (error) {
      setFailure(asFailure(error))
      setAsking(true)
      setBusy(false)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog is opened
  useEffect(() => {
    listDrafts(person)
      .catch(() => [])
      .then((drafts) => (drafts.length > 0 ? setAsking(true) : go(false)))
  }, [person])

  return (
    <Confirm
      open={asking}
      title={t('account.leaveTitle')}
      text={t('account.leaveText')}
      yes={t('account.leaveDelete')}
      also={{ label: t('account.leaveKeep'), onClick: () => go(false) }}
      busy={busy}
      onYes={() => go(true)}
      onNo={onClose}
    >
      {failure && <Failure failure={failure} />}
    </Confirm>
  )
}
