import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { CalendarDetail, CalendarPreview } from '../../../contracts/calendars.ts'
import { closureKinds } from '../../../domain/working-time/index.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'
import { bodyOf, missingIn, nothingSaid, type Said } from './announced.ts'
import { Impact } from './Impact.tsx'

type Props = { calendar: CalendarDetail; onClose: () => void; onDone: () => void }

/** A day off: what it would move is looked at first, then it is published (design rule 12). */
export function AnnounceDialog({ calendar, onClose, onDone }: Props) {
  const words = useWords('calendars')
  const common = useWords('common')
  const translate = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<OfficeProvider>()
  const { run, state } = useAct()
  const [said, setSaid] = useState<Said>(nothingSaid)
  const [impact, setImpact] = useState<CalendarPreview | null>(null)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const missing = tried ? missingIn(said) : []
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setTold(null)
    if (missingIn(said).length > 0) return
    const body = bodyOf(said, calendar.version)
    const intention = `${calendar.code} ${JSON.stringify(body)}`
    try {
      if (!impact) {
        setImpact(await run(`preview ${intention}`, (key) => provider.previewCalendar(calendar.code, body, key)))
        return
      }
      const done = await run(`publish ${intention}`, (key) => provider.changeCalendar(calendar.code, body, key))
      if (!done) return
      notify('lontar.calendars.published', { type: 'success' })
      onDone()
    } catch (error) {
      const message = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : problemOf(error).message
      setTold(translate(message, { _: message }))
    }
  }
  const field = (name: keyof Said) => ({
    label: words(`field.${name}`),
    value: said[name],
    required: true,
    disabled: state !== 'idle',
    error: missing.includes(name),
    helperText: missing.includes(name) ? words('needed') : words(`help.${name}`),
    onChange: (event: { target: { value: string } }) => {
      setSaid({ ...said, [name]: event.target.value } as Said)
      setImpact(null)
    },
  })
  const most = (maxLength: number) => ({ htmlInput: { maxLength } })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="announce-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="announce-title">{words('announce')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Typography variant="body2" color="textSecondary">
            {words('announce_intro')}
          </Typography>
          {told && <Alert severity="error">{told}</Alert>}
          <TextField
            {...field('date')}
            type="date"
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: { min: calendar.coversFrom, max: calendar.coversUntil },
            }}
          />
          <TextField {...field('kind')} select>
            {closureKinds.map((kind) => (
              <MenuItem key={kind} value={kind}>
                {words(`mark.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField {...field('name')} slotProps={most(200)} />
          <TextField {...field('nameEn')} slotProps={most(200)} />
          <TextField {...field('reason')} multiline minRows={2} slotProps={most(300)} />
          <TextField {...field('source')} slotProps={most(300)} />
          {impact && <Impact impact={impact} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={state !== 'idle'}>
            {common('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={state !== 'idle'}>
            {words(impact ? 'publish' : 'check')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
