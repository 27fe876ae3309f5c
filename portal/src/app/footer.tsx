import { Link, useLocation } from 'wouter'
import { useTexts } from '../i18n/texts.tsx'
import { isFocused } from './navigation.ts'
import { useRegency } from './regency.tsx'
import './footer.css'

export function Footer() {
  const { t, local } = useTexts()
  const [location] = useLocation()
  const regency = useRegency()
  if (isFocused(location) || !regency) return null
  const { contact } = regency
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <div>
          <p className="site-footer-name">{regency.name}</p>
          <p>{contact.address}</p>
        </div>
        <div>
          <p>
            <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
            <br />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </p>
          <p>{local(contact.hours)}</p>
          <p>
            <Link to="/register">{t('common.publicRegister')}</Link>
          </p>
          <p>
            <Link to="/kinerja">{t('common.compliance')}</Link>
          </p>
        </div>
        {regency.demo && <p className="site-footer-demo">{t('common.demo')}</p>}
      </div>
    </footer>
  )
}
