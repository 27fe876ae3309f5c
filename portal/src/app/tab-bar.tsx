import { Link, useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { destinations, isCurrent, isFocused } from './navigation.ts'
import './tab-bar.css'

/** The main ways, within the thumb's reach on a phone. */
export function TabBar() {
  const { t } = useTexts()
  const [location] = useLocation()
  if (isFocused(location)) return null
  return (
    <nav className="tab-bar" aria-label={t('common.menu')}>
      {destinations
        .filter(({ signedIn }) => !signedIn)
        .map((destination) => (
          <Link
            key={destination.to}
            to={destination.to}
            aria-current={isCurrent(location, destination) ? 'page' : undefined}
          >
            <Icon name={destination.icon} size={24} />
            <span>{t(destination.short ?? destination.label)}</span>
          </Link>
        ))}
    </nav>
  )
}
