import type { IssuedDocument } from '../../../contracts/documents.ts'
import { useTimes } from '../app/regency.tsx'
import { breakable } from '../format/breakable.ts'
import type { TextKey } from '../i18n/keys.ts'
import { useTexts } from '../i18n/texts.tsx'
import { ButtonAnchor, ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import './issued-documents.css'

const standingWords = {
  superseded: 'track.standingSuperseded',
  annulled: 'track.standingAnnulled',
} as const satisfies Record<NonNullable<IssuedDocument['standing']>, TextKey>

/** What the office has issued in a case: to take home, and to show around. */
export function IssuedDocuments({ documents }: { documents: IssuedDocument[] }) {
  const { t, local } = useTexts()
  const times = useTimes()
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="issued">
      <div className="section-title">
        <h2 id="issued">{t('track.documents')}</h2>
      </div>
      <ul className="stack">
        {documents.map((document) => (
          <li key={document.id} className="card issued-document">
            <Icon name="document" size={32} />
            <div className="stack tight">
              <h3>{local(document.title)}</h3>
              <p className="number">{t('track.documentText', { number: breakable(document.number) })}</p>
              <p className="soft">
                {[document.issuedAt && times.date(document.issuedAt), document.signedBy?.position]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {document.standing && (
                <p>
                  <strong>{t(standingWords[document.standing])}</strong>
                </p>
              )}
              <div className="row no-print">
                {document.file && (
                  <ButtonAnchor href={document.file} look="primary" icon="download" download="">
                    {t('common.download')}
                  </ButtonAnchor>
                )}
                {document.verifyUrl && (
                  <ButtonLink to={`/verifikasi/${encodeURIComponent(document.id)}`} look="secondary" icon="shield">
                    {t('track.verify')}
                  </ButtonLink>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
