import { useState } from 'react'
import type { TrackedApplication } from '../../../../contracts/track.ts'
import { Page } from '../../components/page.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { TrackForm } from './track-form.tsx'
import { Tracked } from './tracked.tsx'
import '../../components/standing.css'
import './track.css'

export default function TrackPage() {
  const { t } = useTexts()
  const [found, setFound] = useState<TrackedApplication | null>(null)
  if (found) return <Tracked found={found} onAnother={() => setFound(null)} />
  return (
    <Page title={t('track.title')} narrow lead={<p>{t('track.intro')}</p>}>
      <TrackForm onFound={setFound} />
    </Page>
  )
}
