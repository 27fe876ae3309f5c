import { ButtonLink } from '../../components/button.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export function TrackCard() {
  const { t } = useTexts()
  return (
    <section className="card stack track-card" aria-labelledby="track-card">
      <h2 id="track-card">{t('home.trackTitle')}</h2>
      <p>{t('home.trackText')}</p>
      <ButtonLink to="/lacak" icon="route" look="secondary" wide>
        {t('home.trackButton')}
      </ButtonLink>
    </section>
  )
}
