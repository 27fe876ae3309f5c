import { type FormEvent, useState } from 'react'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { signUp } from '../../client/session.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'

const shortestPassword = 8

export function SignUpForm({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const errors = {
    name: name.trim().length < 2 ? t('account.nameMissing') : undefined,
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t('account.emailMissing'),
    password: password.length < shortestPassword ? t('account.passwordShort', shortestPassword) : undefined,
  }
  const taken = failure && (failure.status === 422 || failure.kind === 'conflict')

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    setFailure(null)
    if (errors.name || errors.email || errors.password) return
    setBusy(true)
    try {
      await signUp(name.trim(), email.trim(), password)
      await onDone()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={send} noValidate>
      {taken && (
        <Notice tone="bad" live>
          {t('account.taken')}
        </Notice>
      )}
      {failure && !taken && <Failure failure={failure} retry={send} busy={busy} />}
      <TextField
        label={t('account.name')}
        hint={t('account.nameHint')}
        autoComplete="name"
        value={name}
        onChange={setName}
        error={tried ? errors.name : undefined}
      />
      <TextField
        label={t('account.email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        error={tried ? errors.email : undefined}
      />
      <TextField
        label={t('account.password')}
        hint={t('account.passwordHint', shortestPassword)}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={tried ? errors.password : undefined}
      />
      <Button type="submit" wide busy={busy}>
        {t('account.signUp')}
      </Button>
    </form>
  )
}
