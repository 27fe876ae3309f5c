import type { ServiceDetail } from '../../../../contracts/services.ts'
import { Icon } from '../../components/icon.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import '../../components/folds.css'

/** The whole standard in the law's own components, folded away for who wants to read it. */
export function Standard({ parts }: { parts: ServiceDetail['standard'] }) {
  const { t, local } = useTexts()
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="standard">
      <div className="section-title">
        <h2 id="standard">{t('service.standardTitle')}</h2>
      </div>
      <div className="folds">
        {parts.map((part) => (
          <details key={part.code}>
            <summary>
              <span>{local(part.title)}</span>
              <Icon name="chevron" size={20} />
            </summary>
            <p>{local(part.text)}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
