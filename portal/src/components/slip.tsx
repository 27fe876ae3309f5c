import type { LocalText } from '../../../contracts/common.ts'
import { useRegency, useTimes } from '../app/regency.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { TrackCode } from './track-code.tsx'
import './slip.css'

type Props = {
  number: string
  /** Told once at filing; the device that filed remembers it. */
  trackingCode?: string
  serviceName: LocalText
  receivedAt: string
  free?: boolean
  /** For people who read large print. */
  large?: boolean
}

/** The receipt to take along. It carries no name: whoever finds it learns nothing of its owner. */
export function Slip({ number, trackingCode, serviceName, receivedAt, free, large }: Props) {
  const { t, local } = useTexts()
  const times = useTimes()
  const regency = useRegency()
  const address = `${window.location.host}/lacak`
  return (
    <section className={`slip${large ? ' large' : ''}`} aria-labelledby="slip-title">
      <header className="slip-head">
        {regency && <img src={regency.crest} alt="" width={44} height={50} />}
        <div>
          <p className="slip-office">{regency?.name}</p>
          <h2 id="slip-title">{t('apply.slipTitle')}</h2>
        </div>
      </header>
      <div className="slip-body">
        <dl>
          <div>
            <dt>{t('apply.number')}</dt>
            <dd className="slip-number number">{number}</dd>
          </div>
          {trackingCode && (
            <div>
              <dt>{t('apply.code')}</dt>
              <dd className="slip-code number">{trackingCode}</dd>
            </div>
          )}
          <div>
            <dt>{t('apply.slipService')}</dt>
            <dd>{local(serviceName)}</dd>
          </div>
          <div>
            <dt>{t('apply.slipReceived')}</dt>
            <dd>{times.full(receivedAt)}</dd>
          </div>
        </dl>
        <TrackCode number={number} />
      </div>
      <footer className="slip-foot">
        <p>{t('apply.slipHow', { phone: regency?.contact.phone ?? '' })}</p>
        <p>
          {t('apply.slipTrack', { address })}
          {free && `. ${t('apply.slipFree')}`}
        </p>
      </footer>
    </section>
  )
}
