import { useState } from 'react'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { useTimes } from '../../app/regency.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { useTexts } from '../../i18n/texts.tsx'

type Drafting = DraftState & { draft: Draft }

/** Says that something filled in earlier is back, and how to be rid of it. */
export function DraftBanner({
  drafting,
  service,
  onDiscard,
}: {
  drafting: Drafting
  service: ServiceDetail
  onDiscard: () => void
}) {
  const { t } = useTexts()
  const times = useTimes()
  const [asking, setAsking] = useState(false)
  const [openedAt] = useState(drafting.draft.savedAt)
  if (!drafting.kept) return <Notice tone="warn">{t('apply.notSaved')}</Notice>
  if (!drafting.restored) return null
  return (
    <>
      <Notice
        tone="info"
        icon="refresh"
        title={t('apply.restoredTitle')}
        actions={
          <Button look="quiet" icon="trash" onClick={() => setAsking(true)}>
            {t('apply.discard')}
          </Button>
        }
      >
        {t('apply.restored', { at: times.dayTime(new Date(openedAt)) })}
        {drafting.draft.serviceVersion !== service.version && <p>{t('apply.newVersion')}</p>}
      </Notice>
      <Confirm
        open={asking}
        title={t('apply.discardTitle')}
        text={t('apply.discardText')}
        yes={t('apply.discardYes')}
        onYes={onDiscard}
        onNo={() => setAsking(false)}
      />
    </>
  )
}

export function DraftSaved({ drafting }: { drafting: Drafting }) {
  const { t } = useTexts()
  const times = useTimes()
  if (!drafting.kept) return null
  return <p className="soft apply-saved">{t('apply.saved', { at: times.clock(new Date(drafting.draft.savedAt)) })}</p>
}
