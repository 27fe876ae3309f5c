import { useRegency } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** Where one can come in person. */
export function Places() {
  const { t, local } = useTexts()
  const points = useRegency()?.servicePoints ?? []
  if (points.length === 0) return null
  return (
    <section aria-labelledby="places-title" className="stack tight">
      <h2 id="places-title">{t('home.placesTitle')}</h2>
      <p className="soft">{t('home.placesText')}</p>
      <ul className="places">
        {points.map((point) => (
          <li key={point.code}>
            <Icon name="pin" />
            <div>
              <h3>{point.name}</h3>
              <p>{point.address}</p>
              <p className="soft">{local(point.hours)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
