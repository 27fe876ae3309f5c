import { type FormEvent, useId, useState } from 'react'
import type { RegisterDetail } from '../../../../contracts/register.ts'
import { newKey } from '../../client/key.ts'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { sendReport } from '../../client/register.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { describedBy, FieldFrame } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'

const shortest = 10

/** The report that is awaited. One key for one intention, until it is refused. */
export function Report({ licence, onSent }: { licence: RegisterDetail; onSent: () => void }) {
  const { t, local } = useTexts()
  const field = useId()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [key, setKey] = useState(newKey)
  const missing = text.trim().length < shortest

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setFailure(null)
    if (missing || state === 'busy') return
    setState('busy')
    try {
      await sendReport(licence.id, text.trim(), key)
      setState('done')
      onSent()
    } catch (error) {
      const failed = asFailure(error)
      if (!failed.outcomeUnknown) setKey(newKey())
      setFailure(failed)
      setState('idle')
    }
  }
  if (state === 'done')
    return (
      <Notice tone="good" live>
        {t('licences.reportDone')}
      </Notice>
    )
  if (!open)
    return (
      <div>
        <Button look={licence.reportMissingSince ? 'primary' : 'secondary'} icon="pen" onClick={() => setOpen(true)}>
          {t('licences.report')}
        </Button>
      </div>
    )
  const error = tried && missing ? t('licences.reportMissingText') : undefined
  return (
    <form className="stack" onSubmit={send} noValidate>
      {licence.report && <h3>{t('licences.reportTitle', { name: local(licence.report.name) })}</h3>}
      {failure && <Failure failure={failure} />}
      <FieldFrame id={field} label={t('licences.reportText')} hint={t('licences.reportHint')} error={error}>
        <textarea
          id={field}
          className="input"
          rows={5}
          maxLength={4000}
          value={text}
          aria-required
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(field, true, error)}
          onChange={(event) => setText(event.target.value)}
        />
      </FieldFrame>
      <div>
        <Button type="submit" busy={state === 'busy'}>
          {t('licences.reportSend')}
        </Button>
      </div>
    </form>
  )
}
