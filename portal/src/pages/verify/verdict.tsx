import { Link } from 'wouter'
import type { Verification } from '../../../../contracts/documents.ts'
import { useTimes } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'

type Word = { tone: 'good' | 'warn' | 'bad' | 'sample'; title: TextKey }

/** The worst that is true of the document decides. */
function wordFor({ state, signature, validUntil, legallyBinding }: Verification): Word {
  if (state === 'not-yet-issued') return { tone: 'bad', title: 'verify.notYet' }
  if (!signature.intact) return { tone: 'bad', title: 'verify.broken' }
  if (state === 'annulled') return { tone: 'bad', title: 'verify.annulled' }
  if (state === 'superseded') return { tone: 'warn', title: 'verify.superseded' }
  if (state === 'expired') return { tone: 'warn', title: 'verify.expired' }
  if (!legallyBinding) return { tone: 'sample', title: 'verify.sampleMatches' }
  return { tone: 'good', title: validUntil ? 'verify.valid' : 'verify.validForever' }
}

const icons = { good: 'check', sample: 'document', warn: 'warning', bad: 'warning' } as const

export function Verdict({ found }: { found: Verification }) {
  const { t } = useTexts()
  const times = useTimes()
  const { tone, title } = wordFor(found)
  return (
    <section className={`verdict ${tone}`}>
      {!found.legallyBinding && (
        <p className="verdict-sample">
          <strong>{t('verify.sample')}</strong>
          <span>{t('verify.sampleText')}</span>
        </p>
      )}
      <div className="verdict-body">
        <span className="verdict-seal">
          <Icon name={icons[tone]} size={34} />
        </span>
        <div>
          <h2>{t(title)}</h2>
          {found.state === 'not-yet-issued' && <p>{t('verify.notYetText')}</p>}
          {found.state === 'annulled' && <p>{t('verify.annulledText')}</p>}
          {found.supersededBy && (
            <p>
              <Link to={`/verifikasi/${encodeURIComponent(found.supersededBy)}`}>{t('verify.supersededBy')}</Link>
            </p>
          )}
          {(found.state === 'valid' || found.state === 'expired') && found.validUntil && (
            <p>{t('verify.expiredOn', { at: times.date(found.validUntil) })}</p>
          )}
        </div>
      </div>
    </section>
  )
}
