import { useState } from 'react'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { usePageTitle } from '../../components/page.tsx'
import { Slip } from '../../components/slip.tsx'
import type { KeptReceipt } from '../../draft/receipts.ts'
import { useTexts } from '../../i18n/texts.tsx'

type Props = { service: ServiceDetail; receipt: KeptReceipt; proxy: boolean; onAnother: () => void }

/** Accepted: number and code in large letters, and the slip to take along. */
export function Done({ service, receipt, proxy, onAnother }: Props) {
  const { t } = useTexts()
  const heading = usePageTitle(t('apply.doneTitle'))
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(`${receipt.number} ${receipt.trackingCode}`)
    setCopied(true)
  }
  return (
    <main id="content" className="page narrow stack loose">
      <header className="done-head no-print">
        <span className="done-seal">
          <Icon name="check" size={40} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {t('apply.doneTitle')}
        </h1>
        <p>{t(proxy ? 'apply.doneProxyText' : 'apply.doneText')}</p>
      </header>
      <Slip
        large={proxy}
        number={receipt.number}
        trackingCode={receipt.trackingCode}
        serviceName={service.name}
        receivedAt={new Date(receipt.at).toISOString()}
        free={service.fee === 0}
      />
      <div className="done-actions no-print">
        <Button icon="print" look={proxy ? 'primary' : 'secondary'} onClick={() => window.print()}>
          {t('apply.printSlip')}
        </Button>
        {!proxy && 'clipboard' in navigator && (
          <Button look="secondary" onClick={copy}>
            {t(copied ? 'common.copied' : 'common.copy')}
          </Button>
        )}
        {proxy && (
          <Button look="secondary" icon="plus" onClick={onAnother}>
            {t('apply.another')}
          </Button>
        )}
        <ButtonLink
          to={`/permohonan/${encodeURIComponent(receipt.id)}`}
          look={proxy ? 'secondary' : 'primary'}
          icon="folder"
        >
          {t('apply.openCase')}
        </ButtonLink>
      </div>
    </main>
  )
}
