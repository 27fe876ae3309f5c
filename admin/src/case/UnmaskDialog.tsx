import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import type { Unmasked } from '../providers/officer-calls.ts'
import { useAct } from '../providers/use-act.ts'
import type { AnswerSection } from './answers.ts'
import { Facts } from './Facts.tsx'
import { targetsOf } from './targets.ts'

type Props = { application: string; sections: AnswerSection[]; onClose: () => void }

/** The masked numbers, for a purpose that is kept: seen in this window only. */
export function UnmaskDialog({ application, sections, onClose }: Props) {
  const words = useWords('case')
  const common = useWords('common')
  const translate = useTranslate()
  const provider = useDataProvider<OfficeProvider>()
  const { run, state } = useAct()
  const [purpose, setPurpose] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const [numbers, setNumbers] = useState<Unmasked | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (purpose.trim().length < 5) return setTold(words('unmask_short'))
    setTold(null)
    try {
      const intention = `unmask:${application}:${purpose.trim()}`
      setNumbers(await run(intention, (key) => provider.unmask(application, purpose.trim(), key)))
    } catch (error) {
      const { message } = problemOf(error)
      setTold(translate(message, { _: message }))
    }
  }
  const labelOf = (name: string) =>
    targetsOf(sections, [], () => '').find((target) => target.name === name)?.label ?? name
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="unmask-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="unmask-title">{words('unmask_title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="body2" color="textSecondary">
            {words(numbers ? 'unmask_note' : 'unmask_intro')}
          </Typography>
          {told && <Alert severity="error">{told}</Alert>}
          {numbers ? (
            <Facts
              facts={[
                { key: 'nik', label: words('nik'), value: numbers.nik },
                ...Object.entries(numbers.answers).map(([name, value]) => ({ key: name, label: labelOf(name), value })),
              ]}
            />
          ) : (
            <TextField
              autoFocus
              label={words('unmask_purpose')}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
              required
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common(numbers ? 'close' : 'cancel')}</Button>
          {!numbers && (
            <Button type="submit" variant="contained" loading={state !== 'idle'}>
              {words('unmask_submit')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}
