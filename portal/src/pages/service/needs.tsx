import type { ServiceDetail } from '../../../../contracts/services.ts'
import { Icon } from '../../components/icon.tsx'
import { fileKinds } from '../../format/file-kinds.ts'
import { fileSize } from '../../format/size.ts'
import { useTexts } from '../../i18n/texts.tsx'

export function Needs({ documents }: { documents: ServiceDetail['requiredDocuments'] }) {
  const { t, local, language } = useTexts()
  return (
    <section aria-labelledby="needs">
      <div className="section-title">
        <h2 id="needs">{t('service.needTitle')}</h2>
      </div>
      {documents.length === 0 && <p className="soft">{t('service.needNone')}</p>}
      <ul className="needs">
        {documents.map((document) => (
          <li key={document.code}>
            <Icon name="document" />
            <div>
              <p className="needs-name">
                {local(document.name)}
                {!document.required && <span className="soft"> ({t('service.needOptional')})</span>}
                {document.required && document.when && <span className="soft"> ({t('service.needWhen')})</span>}
              </p>
              {document.hint && <p className="soft">{local(document.hint)}</p>}
              <p className="soft needs-format">
                {t('service.needFormat', {
                  types: fileKinds(document.types, language),
                  size: fileSize(document.maxBytes, language),
                })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
