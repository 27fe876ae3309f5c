import type { Regency } from '../../../contracts/me.ts'
import { useRegency } from '../app/regency.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { Icon } from './icon.tsx'
import { OpeningDays } from './opening-days.tsx'
import './places.css'

type Point = Regency['servicePoints'][number]

const seenAtOnce = 4
const largest = ['mpp', 'public-market', 'lounge']

/** The places that serve everybody first; village offices after them. */
function inOrder(points: Point[]): Point[] {
  const rank = ({ kind }: Point) => (largest.includes(kind) ? largest.indexOf(kind) : largest.length)
  return points.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'id'))
}

/** Where one can come in person. */
export function Places() {
  const { t } = useTexts()
  const points = inOrder(useRegency()?.servicePoints ?? [])
  if (points.length === 0) return null
  const more = points.slice(seenAtOnce)
  return (
    <section aria-labelledby="places-title" className="stack tight">
      <h2 id="places-title">{t('home.placesTitle')}</h2>
      <p className="soft">{t('home.placesText')}</p>
      <PlaceList points={points.slice(0, seenAtOnce)} />
      {more.length > 0 && (
        <details className="more-places">
          <summary>{t('home.morePlaces', more.length)}</summary>
          <PlaceList points={more} />
        </details>
      )}
    </section>
  )
}

function PlaceList({ points }: { points: Point[] }) {
  const { local } = useTexts()
  return (
    <ul className="places">
      {points.map((point) => (
        <li key={point.code}>
          <Icon name="pin" />
          <div>
            <h3>{point.name}</h3>
            <p>{point.address}</p>
            <p className="soft">{local(point.hours)}</p>
            <OpeningDays calendar={point.calendar ?? null} />
          </div>
        </li>
      ))}
    </ul>
  )
}
