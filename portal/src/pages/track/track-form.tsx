import { type FormEvent, useRef, useState } from 'react'
import type { TrackedApplication } from '../../../../contracts/track.ts'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { track } from '../../client/public.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { TextField } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { numberInHash } from './number-in-hash.ts'

export function TrackForm({ onFound }: { onFound: (found: TrackedApplication) => void }) {
  const { t } = useTexts()
  const [number, setNumber] = useState(() => numberInHash(window.location.hash))
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const wrong = failure !== null && ['missing', 'refused', 'forbidden', 'signed-out'].includes(failure.kind)

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    setFailure(null)
    if (!number.trim() || !code.trim()) {
      form.current?.querySelector<HTMLElement>(number.trim() ? '#track-code' : '#track-number')?.focus()
      return
    }
    setBusy(true)
    try {
      onFound(await track(number.trim(), code.trim().toUpperCase()))
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  }

  return (
    <form ref={form} className="card stack" onSubmit={send} noValidate>
      {wrong && (
        <Notice tone="bad" live>
          {t('track.wrong')}
        </Notice>
      )}
      {failure && !wrong && <Failure failure={failure} retry={send} busy={busy} />}
      <TextField
        id="track-number"
        label={t('track.number')}
        hint={t('track.numberHint')}
        error={tried && !number.trim() ? t('track.numberMissing') : undefined}
        value={number}
        onChange={setNumber}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      <TextField
        id="track-code"
        label={t('track.code')}
        hint={t('track.codeHint')}
        error={tried && !code.trim() ? t('track.codeMissing') : undefined}
        value={code}
        onChange={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
      />
      <Button type="submit" icon="route" wide busy={busy}>
        {t('track.submit')}
      </Button>
    </form>
  )
}
