import type { ServiceDetail } from '../../../../contracts/services.ts'
import { useTexts } from '../../i18n/texts.tsx'

type Source = ServiceDetail['legalBasis'][number]

const cite = ({ document, article }: Source) => (article ? `${document}, ${article}` : document)

export function Basis({ service }: { service: ServiceDetail }) {
  const { t } = useTexts()
  if (service.legalBasis.length === 0) return null
  return (
    <section aria-labelledby="basis">
      <div className="section-title">
        <h2 id="basis">{t('service.basisTitle')}</h2>
      </div>
      <ul className="basis">
        {service.legalBasis.map((source) => (
          <li key={cite(source)}>{cite(source)}</li>
        ))}
      </ul>
      {service.termSource && (
        <p className="soft basis-term">{t('service.termSource', { source: cite(service.termSource) })}</p>
      )}
    </section>
  )
}
