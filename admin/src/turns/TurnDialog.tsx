import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import type { TurnAction } from '../providers/officer-calls.ts'
import { useAct } from '../providers/use-act.ts'
import { TurnFields } from './TurnFields.tsx'
import { emptyTurn, type TurnDraft, turnBody } from './turn-body.ts'

type Props = { action: TurnAction; caseFile: ApplicationDetail; onClose: () => void }

const shortestReason = 10

/** One turn with its reason; the screen waits until the case has taken it (design rule 12). */
export function TurnDialog({ action, caseFile, onClose }: Props) {
  const words = useWords('turns')
  const common = useWords('common')
  const translate = useTranslate()
  const notify = useNotify()
  const queryClient = useQueryClient()
  const provider = useDataProvider<OfficeProvider>()
  const { data: choices } = useQuery({
    queryKey: ['turns', caseFile.id],
    queryFn: () => provider.turnChoices(caseFile.id),
    staleTime: 0,
  })
  const { run, state } = useAct()
  const [draft, setDraft] = useState<TurnDraft>(emptyTurn)
  const [told, setTold] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = turnBody(action, draft, caseFile)
    if (!body) return setTold(words('choose'))
    if (draft.reason.trim().length < shortestReason) return setTold(words('short'))
    setTold(null)
    try {
      const intention = `${action}:${caseFile.id}:${JSON.stringify(body)}`
      const done = await run(intention, (key) => provider.takeTurn(caseFile.id, action, body, key))
      if (done === null) return
      notify('lontar.turns.done', { type: 'info' })
      onClose()
      void queryClient.invalidateQueries()
    } catch (error) {
      const { message, errors } = problemOf(error)
      setTold([translate(message, { _: message }), ...Object.values(errors ?? {})].join(' '))
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="turn-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="turn-title">{words(`${action}.title`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {words(`${action}.intro`)}
          </Typography>
          {told && <Alert severity="error">{told}</Alert>}
          <TurnFields action={action} draft={draft} onChange={setDraft} choices={choices} caseFile={caseFile} />
          <TextField
            label={words('reason')}
            helperText={words('reason_help')}
            value={draft.reason}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
            required
            multiline
            minRows={2}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="contained" loading={state !== 'idle'}>
            {words(`${action}.submit`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
