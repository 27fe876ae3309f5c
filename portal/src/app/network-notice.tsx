import { useSyncExternalStore } from 'react'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../i18n/texts.tsx'
import './network-notice.css'

/** Says that the network is away, and what works without it. */
export function NetworkNotice() {
  const { t } = useTexts()
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="network-notice">
          <Icon name="offline" size={20} />
          {t('network.offline')}
        </p>
      )}
    </div>
  )
}

export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
