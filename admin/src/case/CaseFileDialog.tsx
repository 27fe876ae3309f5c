import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { saveFile } from '../providers/save-file.ts'
import { useAct } from '../providers/use-act.ts'

type Props = { application: string; onClose: () => void }

/** The whole case to be saved, for a purpose that is kept with it. */
export function CaseFileDialog({ application, onClose }: Props) {
  const words = useWords('case')
  const common = useWords('common')
  const translate = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<OfficeProvider>()
  const { run, state } = useAct()
  const [purpose, setPurpose] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const why = purpose.trim()
    if (why.length < 5) return setTold(words('unmask_short'))
    setTold(null)
    try {
      const file = await run(`case-file:${application}:${why}`, (key) => provider.caseFile(application, why, key))
      if (!file) return
      saveFile(file)
      notify('lontar.case.file_saved', { type: 'info', messageArgs: { name: file.name } })
      onClose()
    } catch (error) {
      const { message } = problemOf(error)
      setTold(translate(message, { _: message }))
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="case-file-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="case-file-title">{words('file_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="body2">{words('file_intro')}</Typography>
          <Alert severity="warning">{words('file_warning')}</Alert>
          {told && <Alert severity="error">{told}</Alert>}
          <TextField
            autoFocus
            label={words('unmask_purpose')}
            placeholder={words('file_example')}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
            required
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="contained" loading={state !== 'idle'}>
            {words('file_submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
