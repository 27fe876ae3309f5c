import { Component, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../i18n/texts.tsx'

/** Stands in for a page that failed to show: a chunk that the network lost, or a fault of ours. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <CrashPage /> : this.props.children
  }
}

function CrashPage() {
  const { t } = useTexts()
  return (
    <main id="content" className="page narrow">
      <Notice
        tone="bad"
        live
        title={t('failure.crashTitle')}
        actions={
          <Button look="secondary" icon="refresh" onClick={() => window.location.reload()}>
            {t('failure.reload')}
          </Button>
        }
      >
        {t('failure.crash')}
      </Notice>
    </main>
  )
}
