import { useState } from 'react'
import type { PayWay } from '../../../../contracts/bills.ts'
import { Button, ButtonAnchor } from '../../components/button.tsx'
import { useTexts } from '../../i18n/texts.tsx'

type Way<Method extends PayWay['method']> = { way: Extract<PayWay, { method: Method }>; amount: string }

/** The number of a virtual account, in groups of four for reading aloud and typing. */
export function PayByTransfer({ way, amount }: Way<'va'>) {
  const { t } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(way.number)
    setCopied(true)
  }
  return (
    <div className="stack tight">
      <h3>{t('payment.vaTitle')}</h3>
      <p className="soft">{t('payment.vaText', { amount })}</p>
      <dl className="pay-account">
        <dt>{t('payment.bank')}</dt>
        <dd>{way.bank.toUpperCase()}</dd>
        <dt>{t('payment.number')}</dt>
        <dd className="number">{way.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</dd>
      </dl>
      {'clipboard' in navigator && (
        <div className="row">
          <Button look="secondary" onClick={copy}>
            {t('payment.copy')}
          </Button>
          <span role="status">{copied && t('payment.copied')}</span>
        </div>
      )}
    </div>
  )
}

/** A code for another device to scan; on the phone itself the picture is saved and opened in the banking app. */
export function PayByQr({ way, amount }: Way<'qris'>) {
  const { t } = useTexts()
  return (
    <div className="stack tight">
      <h3>{t('payment.qrTitle')}</h3>
      <p className="soft">{t('payment.qrText')}</p>
      <img className="pay-qr" src={way.image} width={240} height={240} alt={t('payment.qrAlt', { amount })} />
      <ButtonAnchor href={way.image} download="qris.png" icon="download">
        {t('payment.qrSave')}
      </ButtonAnchor>
    </div>
  )
}
