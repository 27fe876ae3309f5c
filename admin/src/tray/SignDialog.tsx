import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { useAct } from '../providers/use-act.ts'
import { useRegency } from '../regency/RegencyContext.tsx'

type Props = { tasks: string[]; onClose: () => void; onOpened: (job: string) => void }

/** Asks for the passphrase, once for all that is chosen; it leaves this screen with the one request. */
export function SignDialog({ tasks, onClose, onOpened }: Props) {
  const words = useWords('tray')
  const decide = useWords('decide')
  const common = useWords('common')
  const translate = useTranslate()
  const provider = useDataProvider<OfficeProvider>()
  const { demo } = useRegency()
  const { run, state } = useAct()
  const [passphrase, setPassphrase] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const busy = state !== 'idle'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!passphrase) return setTold(decide('need_passphrase'))
    setTold(null)
    const body = { tasks: tasks.map((id) => ({ id })), signing: { passphrase } }
    try {
      const job = await run(`sign-many:${tasks.join()}`, (key) => provider.signMany(body, key))
      if (job) onOpened(job.id)
    } catch (error) {
      const { message } = problemOf(error)
      setTold(translate(message, { _: message }))
    }
  }
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="xs" aria-labelledby="sign-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="sign-title">{words('sign_title', { smart_count: tasks.length })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {words('sign_intro')}
          </Typography>
          {state === 'repeating' && <Alert severity="warning">{translate('lontar.error.repeating')}</Alert>}
          <TextField
            autoFocus
            label={decide('passphrase')}
            type="password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
            required
            disabled={busy}
            error={Boolean(told)}
            helperText={told ?? decide(demo ? 'passphrase_demo' : 'passphrase_help')}
            slotProps={{
              htmlInput: { maxLength: 200, autoComplete: 'off', 'data-1p-ignore': true, spellCheck: false },
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {words('sign_submit', { smart_count: tasks.length })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
