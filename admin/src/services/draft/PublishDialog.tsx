import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import type { ServiceVersionRow } from '../../../../contracts/service-drafts.ts'
import { useFormats, useWords } from '../../i18n/hooks.ts'
import { draftCalls } from '../../providers/draft-calls.ts'
import { problemOf } from '../../providers/http.ts'
import { isOutcomeUnknown } from '../../providers/steadfast.ts'
import { useAct } from '../../providers/use-act.ts'
import { Consequences } from './Consequences.tsx'

type Props = {
  code: string
  revision: number
  next: number
  versions: readonly ServiceVersionRow[]
  onClose: () => void
}

/** The last word before a version stands for good: why, from which day, and what it means. */
export function PublishDialog({ code, revision, next, versions, onClose }: Props) {
  const words = useWords('draft')
  const common = useWords('common')
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const queryClient = useQueryClient()
  const { localDay } = useFormats()
  const today = localDay(Date.now())
  const { run, state } = useAct()
  const [note, setNote] = useState('')
  const [effectiveFrom, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<{ message: string; from?: string } | null>(null)
  const isShort = note.trim().length < 3

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setTold(null)
    if (isShort) return
    const publishing = { revision, note: note.trim(), effectiveFrom }
    try {
      const intention = `publish:${code}:${JSON.stringify(publishing)}`
      const published = await run(intention, (key) => draftCalls.publishDraft(code, publishing, key))
      if (!published) return
      notify('lontar.draft.publish.done', { type: 'success', messageArgs: { version: next } })
      queryClient.removeQueries({ queryKey: ['draft', code] })
      void queryClient.invalidateQueries()
      redirect(`/services/${code}`)
    } catch (error) {
      const { message, errors } = problemOf(error)
      const shown = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : message
      setTold({ message: translate(shown, { _: shown }), from: errors?.effectiveFrom })
    }
  }
  const busy = state !== 'idle'
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="publish-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="publish-title">{words('publish.title', { version: next })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {words('publish.text')}
          </Typography>
          <Consequences versions={versions} next={next} />
          {told && <Alert severity="error">{told.message}</Alert>}
          <TextField
            label={words('publish.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            required
            multiline
            minRows={2}
            disabled={busy}
            error={tried && isShort}
            helperText={tried && isShort ? words('publish.note_short') : words('publish.note_help')}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <TextField
            label={words('publish.from')}
            type="date"
            value={effectiveFrom}
            onChange={(event) => setFrom(event.target.value || today)}
            required
            disabled={busy}
            error={told?.from !== undefined}
            helperText={told?.from ?? words('publish.from_help')}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {words('publish.submit', { version: next })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
