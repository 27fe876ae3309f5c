import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { useRegency } from '../../app/regency.tsx'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { DemoPeople } from './demo-people.tsx'
import { returnPath } from './return-path.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignUpForm } from './sign-up-form.tsx'
import './sign-in.css'

export default function SignInPage() {
  const { t } = useTexts()
  const { me, refresh } = useSession()
  const regency = useRegency()
  const [, navigate] = useLocation()
  const [mode, setMode] = useState<'in' | 'up'>('in')
  // Of the address itself: wouter's own is unescaped once too often for a path with a query of its own.
  const next = returnPath(new URLSearchParams(window.location.search).get('lanjut'))

  const done = async () => {
    await refresh()
    navigate(next, { replace: true })
  }
  if (me) return <Redirect to={next} replace />
  return (
    <Page
      title={t(mode === 'in' ? 'account.signInTitle' : 'account.signUpTitle')}
      narrow
      lead={<p>{t('account.why')}</p>}
    >
      <div className="stack loose">
        <div className="card stack">
          {mode === 'in' ? <SignInForm onDone={done} /> : <SignUpForm onDone={done} />}
          <p className="sign-in-other">
            <span>{t(mode === 'in' ? 'account.noAccount' : 'account.hasAccount')}</span>
            <Button look="quiet" onClick={() => setMode(mode === 'in' ? 'up' : 'in')}>
              {t(mode === 'in' ? 'account.signUp' : 'account.signIn')}
            </Button>
          </p>
        </div>
        {regency?.demo && <DemoPeople onDone={done} />}
        <p className="soft">{t('account.noPhone')}</p>
      </div>
    </Page>
  )
}
