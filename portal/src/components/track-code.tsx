import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/texts.tsx'

/** A QR that opens the tracking page with the number behind `#`; the code stays on paper. Drawn on this device. */
export function TrackCode({ number }: { number: string }) {
  const { t } = useTexts()
  const [picture, setPicture] = useState('')
  useEffect(() => {
    let current = true
    const address = `${window.location.origin}/lacak#n=${encodeURIComponent(number)}`
    import('qrcode')
      .then(({ default: qr }) => qr.toDataURL(address, { margin: 1, width: 360, errorCorrectionLevel: 'M' }))
      .then((drawn) => current && setPicture(drawn))
      .catch(() => current && setPicture(''))
    return () => {
      current = false
    }
  }, [number])
  if (!picture) return <span className="slip-qr" />
  return <img className="slip-qr" src={picture} width={160} height={160} alt={t('apply.slipQr', { number })} />
}
