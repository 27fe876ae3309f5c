import type { Verification } from '../../../../contracts/documents.ts'
import { useTimes } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import { breakable } from '../../format/breakable.ts'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'

const kinds = {
  approval: 'verify.kindApproval',
  rejection: 'verify.kindRejection',
  closing: 'verify.kindClosing',
  report: 'verify.kindReport',
  revocation: 'verify.kindRevocation',
} as const satisfies Record<Verification['kind'], TextKey>

export function Details({ found }: { found: Verification }) {
  const { t, local } = useTexts()
  const times = useTimes()
  const { signature } = found
  const rows: [string, string][] = [
    [t('verify.number'), breakable(found.number)],
    [t('verify.holder'), found.holder],
    [t('verify.agency'), found.agency],
    [t('verify.issuedAt'), times.date(found.issuedAt)],
    [t('verify.validUntil'), found.validUntil ? times.date(found.validUntil) : t('verify.noEnd')],
    [t('verify.signedBy'), [signature.by, signature.position, signature.mandate].filter(Boolean).join(', ')],
  ]
  if (found.basis) rows.push([t('verify.basis'), local(found.basis)])
  return (
    <section className="card stack">
      <div>
        <p className="soft">{t(kinds[found.kind])}</p>
        <h2>{local(found.title)}</h2>
      </div>
      <dl className="rows">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('verify.holderHint')}</p>
      <details className="technical">
        <summary>
          <span>{t('verify.technical')}</span>
          <Icon name="chevron" size={18} />
        </summary>
        <dl className="rows">
          <div>
            <dt>{t('verify.signatureIntact')}</dt>
            <dd>
              {t(signature.intact ? 'common.yes' : 'common.no')}, {times.full(signature.at)}
            </dd>
          </div>
          <div>
            <dt>{t('verify.provider')}</dt>
            <dd>{signature.provider}</dd>
          </div>
          <div>
            <dt>{t('verify.serial')}</dt>
            <dd className="digest">{signature.serial}</dd>
          </div>
          <div>
            <dt>{t('verify.digest')}</dt>
            <dd className="digest">{found.digest}</dd>
          </div>
        </dl>
      </details>
    </section>
  )
}
