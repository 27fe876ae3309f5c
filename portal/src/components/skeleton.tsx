import { useTexts } from '../i18n/texts.tsx'
import './skeleton.css'

/** Grey lines in the place of what is coming; screen readers hear "loading". */
export function Skeleton({ lines = 3, cards = 0 }: { lines?: number; cards?: number }) {
  const { t } = useTexts()
  return (
    <div className="skeleton stack" role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the place tells them apart
        <span key={index} className="skeleton-line" />
      ))}
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the place tells them apart
        <span key={`card${index}`} className="skeleton-card" />
      ))}
    </div>
  )
}
