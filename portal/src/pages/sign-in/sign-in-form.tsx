import { type FormEvent, useState } from 'react'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { signIn } from '../../client/session.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export function SignInForm({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTexts()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const wrong = failure && ['signed-out', 'refused', 'missing'].includes(failure.kind)

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    setFailure(null)
    if (!email.trim() || !password) return
    setBusy(true)
    try {
      await signIn(email.trim(), password)
      await onDone()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={send} noValidate>
      {wrong && (
        <Notice tone="bad" live>
          {t('account.wrong')}
        </Notice>
      )}
      {failure && !wrong && <Failure failure={failure} retry={send} busy={busy} />}
      <TextField
        label={t('account.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={tried && !email.trim() ? t('account.emailMissing') : undefined}
      />
      <TextField
        label={t('account.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={tried && !password ? t('account.passwordMissing') : undefined}
      />
      <Button type="submit" wide busy={busy}>
        {t('account.signIn')}
      </Button>
    </form>
  )
}
