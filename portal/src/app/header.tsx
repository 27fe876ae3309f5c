import { Link, useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { AccountLink } from './account-link.tsx'
import { destinations, isCurrent, isFocused } from './navigation.ts'
import { useRegency } from './regency.tsx'
import { useSession } from './session.tsx'
import './header.css'

export function Header() {
  const { t, language, setLanguage } = useTexts()
  const [location] = useLocation()
  const { me } = useSession()
  const regency = useRegency()
  const other = language === 'id' ? 'en' : 'id'

  return (
    <>
      <a className="skip-link" href="#content">
        {t('common.skip')}
      </a>
      <header className="site-header">
        <div className="site-header-inner">
          <Link to="/" className="site-name">
            {regency ? <img src={regency.crest} alt="" width={40} height={46} /> : <span className="crest-gap" />}
            <span>
              <strong>{regency?.portalName ?? t('common.app')}</strong>
              <small>{regency?.name ?? '\u00a0'}</small>
            </span>
          </Link>
          {!isFocused(location) && (
            <nav className="site-nav" aria-label={t('common.menu')}>
              {destinations
                .filter(({ signedIn }) => !signedIn || me)
                .map((destination) => (
                  <Link
                    key={destination.to}
                    to={destination.to}
                    aria-current={isCurrent(location, destination) ? 'page' : undefined}
                  >
                    {t(destination.label)}
                  </Link>
                ))}
            </nav>
          )}
          <div className="site-tools">
            <button type="button" className="language" lang={other} onClick={() => setLanguage(other)}>
              <Icon name="globe" size={20} />
              <span>{other.toUpperCase()}</span>
              <span className="visually-hidden">
                {t(other === 'en' ? 'common.switchToEnglish' : 'common.switchToIndonesian')}
              </span>
            </button>
            {!isFocused(location) && <AccountLink />}
          </div>
        </div>
      </header>
    </>
  )
}
