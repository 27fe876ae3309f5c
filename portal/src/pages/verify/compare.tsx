import { type DragEvent, useState } from 'react'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { sha256 } from './digest.ts'

type Finding = 'none' | 'checking' | 'same' | 'different' | 'unreadable'

/** Compares a file in hand with what was issued, without sending it anywhere. */
export function Compare({ digest }: { digest: string }) {
  const { t } = useTexts()
  const [finding, setFinding] = useState<Finding>('none')
  const [over, setOver] = useState(false)

  const check = async (file: File | undefined) => {
    if (!file) return
    setFinding('checking')
    try {
      setFinding((await sha256(file)) === digest.toLowerCase() ? 'same' : 'different')
    } catch {
      setFinding('unreadable')
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    check(event.dataTransfer.files[0])
  }

  if (!globalThis.crypto?.subtle) return <Notice tone="warn">{t('verify.insecure')}</Notice>
  return (
    <section className="stack no-print" aria-labelledby="compare">
      <h2 id="compare">{t('verify.compareTitle')}</h2>
      <p className="soft">{t('verify.compareText')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file input inside does the same by keyboard */}
      <div
        className={`drop${over ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id="compare-file"
          type="file"
          accept="application/pdf"
          className="visually-hidden"
          onChange={(event) => check(event.target.files?.[0])}
        />
        <label htmlFor="compare-file" className="button secondary">
          <Icon name="document" />
          <span>{finding === 'checking' ? t('verify.checking') : t('verify.choose')}</span>
        </label>
      </div>
      <div role="status">
        {finding === 'same' && <Notice tone="good">{t('verify.same')}</Notice>}
        {finding === 'different' && <Notice tone="bad">{t('verify.different')}</Notice>}
        {finding === 'unreadable' && <Notice tone="warn">{t('verify.unreadable')}</Notice>}
      </div>
    </section>
  )
}
