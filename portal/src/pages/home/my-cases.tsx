import { readApplications } from '../../client/applications.ts'
import { useResource } from '../../client/use-resource.ts'
import { ButtonLink } from '../../components/button.tsx'
import { CaseCard } from '../../components/case-card.tsx'
import { useTexts } from '../../i18n/texts.tsx'

const shown = 2

/** The signed-in person's latest cases; nothing at all when there are none. */
export function MyCases() {
  const { t, language } = useTexts()
  const { data } = useResource(`applications:${language}`, readApplications)
  if (!data?.length) return null
  return (
    <section aria-labelledby="mine-title" className="stack">
      <div className="section-title">
        <h2 id="mine-title">{t('home.mineTitle')}</h2>
        {data.length > shown && (
          <ButtonLink to="/permohonan" look="quiet">
            {t('common.seeAll')}
          </ButtonLink>
        )}
      </div>
      <ul className="stack">
        {data.slice(0, shown).map((row) => (
          <li key={row.id}>
            <CaseCard row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}
