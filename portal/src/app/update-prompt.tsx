import { useEffect, useState } from 'react'
import { Button } from '../components/button.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { watchServiceWorker } from './service-worker.ts'
import './update-prompt.css'

/** Offers a newer portal when it is there; nothing reloads under the hands of someone who is typing. */
export function UpdatePrompt() {
  const { t } = useTexts()
  const [update, setUpdate] = useState<(() => void) | null>(null)
  useEffect(() => watchServiceWorker((takeOver) => setUpdate(() => takeOver)), [])
  return (
    <div role="status">
      {update && (
        <div className="update-prompt">
          <p>{t('network.updateReady')}</p>
          <Button onClick={update}>{t('network.update')}</Button>
          <Button look="quiet" onClick={() => setUpdate(null)}>
            {t('network.later')}
          </Button>
        </div>
      )}
    </div>
  )
}
