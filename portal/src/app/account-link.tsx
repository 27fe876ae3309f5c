import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { useSession } from './session.tsx'

/** Sign in, or the signed-in person's name with what they can do about it. */
export function AccountLink() {
  const { t } = useTexts()
  const { me } = useSession()
  const [location] = useLocation()
  const [leaving, setLeaving] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)

  if (me === undefined) return <span className="account-gap" />
  if (me === null)
    return location === '/masuk' ? null : (
      <Link to="/masuk" className="account" aria-label={t('common.signIn')}>
        <Icon name="user" size={20} />
        <span>{t('common.signIn')}</span>
      </Link>
    )
  const officer = me.memberships.some(({ role }) => role !== 'citizen')
  const shut = () => menu.current?.removeAttribute('open')
  return (
    <>
      <details
        className="account-menu"
        ref={menu}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && shut()}
      >
        <summary className="account" aria-label={`${t('common.account')}: ${me.name}`}>
          <Icon name="user" size={20} />
          <span className="account-name">{me.name}</span>
        </summary>
        <div className="account-sheet">
          <p>
            <strong>{me.name}</strong>
            <br />
            <span className="soft">{me.email}</span>
          </p>
          <Link to="/permohonan" onClick={shut}>
            {t('common.myCases')}
          </Link>
          <Link to="/pesan" onClick={shut}>
            {t('common.messages')}
          </Link>
          {officer && <a href="/admin/">{t('common.openInAdmin')}</a>}
          <button
            type="button"
            onClick={() => {
              shut()
              setLeaving(true)
            }}
          >
            {t('common.signOut')}
          </button>
        </div>
      </details>
      {leaving && <LeaveDialog person={me.id} onClose={() => setLeaving(false)} />}
    </>
  )
}
