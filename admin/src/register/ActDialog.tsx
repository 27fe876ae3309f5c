import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { asksBasis, bodyOf, intentionOf, missingIn, nothingSaid, type OfficeAct, type Said } from './said.ts'

type Props = { entry: string; act: OfficeAct; onClose: () => void; onDone: () => void }

/** One act on a licence, with its reason; the screen waits for the answer (design rule 12). */
export function ActDialog({ entry, act, onClose, onDone }: Props) {
  const words = useWords('register')
  const common = useWords('common')
  const translate = useTranslate()
  const notify = useNotify()
  const { demo } = useRegency()
  const provider = useDataProvider<OfficeProvider>()
  // A signature that failed for certain is made again under a new key (design rule 5).
  const { run, state } = useAct(act === 'revoke' ? { openIf: isOutcomeUnknown } : {})
  const [said, setSaid] = useState<Said>(nothingSaid)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const missing = tried ? missingIn(act, said) : {}
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setTold(null)
    if (Object.keys(missingIn(act, said)).length > 0) return
    try {
      const done = await run(intentionOf(entry, act, said), (key) =>
        provider.actOnLicence(entry, act, bodyOf(act, said), key),
      )
      if (!done) return
      notify('lontar.register.done', { type: 'success' })
      onDone()
    } catch (error) {
      const message = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : problemOf(error).message
      setTold(translate(message, { _: message }))
    }
  }
  const field = (name: keyof Said, label: string, help?: string) => ({
    label,
    value: said[name],
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
    disabled: state !== 'idle',
    error: Boolean(missing[name]),
    helperText: missing[name] ? words(missing[name]) : help,
  })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="act-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="act-title">{words(`act.${act}`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="body2" color="textSecondary">
            {words(`explain.${act}`)}
          </Typography>
          {told && <Alert severity="error">{told}</Alert>}
          <TextField
            {...field(
              'reason',
              words(act === 'report' ? 'text' : 'reason'),
              act === 'report' ? undefined : words('reason_help'),
            )}
            required
            multiline
            minRows={3}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          {asksBasis(act) && (
            <TextField
              {...field('basis', words('basis'), words('basis_help'))}
              required
              slotProps={{ htmlInput: { maxLength: 300 } }}
            />
          )}
          {act === 'suspend' && (
            <TextField
              {...field('until', words('end'), words('end_help'))}
              type="date"
              slotProps={{ inputLabel: { shrink: true } }}
            />
          )}
          {act === 'revoke' && (
            <TextField
              {...field('passphrase', words('passphrase'), demo ? words('passphrase_demo') : undefined)}
              type="password"
              required
              slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off', 'data-1p-ignore': true } }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={state !== 'idle'}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={act === 'revoke' ? 'error' : 'primary'}
            loading={state !== 'idle'}
          >
            {words(`act.${act}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
