import { Link } from 'wouter'
import type { Verification } from '../../../../contracts/documents.ts'
import { StandingSentence } from '../../components/standing-sentence.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** How the document stands today, in words, and what took its place. */
export function StandingWords({ found }: { found: Verification }) {
  const { t } = useTexts()
  const { state, since, until, supersededBy } = found
  if (state === 'not-yet-issued' || state === 'annulled' || (state === 'valid' && until === null)) return null
  return (
    <>
      <p>
        <StandingSentence today={{ standing: state, since, until }} />
      </p>
      {supersededBy && (
        <p>
          <Link to={`/verifikasi/${encodeURIComponent(supersededBy.id)}`}>
            {t('verify.supersededBy', { number: supersededBy.number })}
          </Link>
        </p>
      )}
    </>
  )
}
