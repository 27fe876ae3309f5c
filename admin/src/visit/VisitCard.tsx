import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { useTaskAct } from '../tasks/use-task-act.ts'
import { officeInstant } from './office-instant.ts'
import { devicePosition } from './position.ts'

/** The way to the applicant: appointment, departure, arrival; each told as soon as it is so. */
export function VisitCard({ task }: { task: TaskDetail }) {
  const words = useWords('visit')
  const { weekdayTime } = useFormats()
  const provider = useDataProvider<OfficeProvider>()
  const { act, busy } = useTaskAct()
  const [again, setAgain] = useState(false)
  const { visit } = task
  if (!visit) return null
  const { appointment, departedAt, arrivedAt } = visit
  const mayAct = task.actions.includes('decide')
  const depart = () =>
    act(`depart:${task.id}`, (key) => provider.departForVisit(task.id, key), ['lontar.visit.depart_done', {}])
  const arrive = async () => {
    const position = await devicePosition()
    await act(`arrive:${task.id}`, (key) => provider.arriveAtVisit(task.id, position, key), [
      'lontar.visit.arrive_done',
      {},
    ])
  }
  return (
    <Box component="section" aria-label={words('title')} sx={{ display: 'grid', gap: 1, mb: 1.5 }}>
      {!appointment && <Typography variant="body2">{words('none')}</Typography>}
      {appointment && <Typography>{words('appointment', { at: weekdayTime(appointment) })}</Typography>}
      {departedAt && <Typography variant="body2">{words('departed', { at: weekdayTime(departedAt) })}</Typography>}
      {arrivedAt && <Typography variant="body2">{words('arrived', { at: weekdayTime(arrivedAt) })}</Typography>}
      {mayAct && !arrivedAt && (!appointment || again) && (
        <ScheduleForm task={task.id} onDone={() => setAgain(false)} isAgain={appointment !== null} />
      )}
      {mayAct && appointment && !arrivedAt && !again && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {!departedAt && (
            <Button variant="outlined" onClick={depart} loading={busy}>
              {words('depart')}
            </Button>
          )}
          <Button variant="contained" onClick={arrive} loading={busy}>
            {words('arrive')}
          </Button>
          <Button onClick={() => setAgain(true)}>{words('reschedule')}</Button>
          <Typography variant="body2" color="textSecondary" sx={{ width: '100%' }}>
            {words('arrive_help')}
          </Typography>
        </Box>
      )}
    </Box>
  )
}

function ScheduleForm({ task, onDone, isAgain }: { task: string; onDone: () => void; isAgain: boolean }) {
  const words = useWords('visit')
  const provider = useDataProvider<OfficeProvider>()
  const { utcOffsetMinutes } = useRegency()
  const { act, busy } = useTaskAct()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('09:00')
  const [note, setNote] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const save = async () => {
    const at = officeInstant(day, time, utcOffsetMinutes)
    if (!at) return setTold(words('incomplete'))
    setTold(null)
    const said = note.trim()
    const done = await act(`schedule:${task}:${at}:${said}`, (key) => provider.scheduleVisit(task, at, said, key), [
      'lontar.visit.scheduled_done',
      {},
    ])
    if (done) onDone()
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {told && <Alert severity="error">{told}</Alert>}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: '1fr 120px' }}>
        <TextField
          label={words('day')}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          required
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          label={words('time')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          required
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
      <TextField
        label={words('note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <Button variant="contained" onClick={save} loading={busy}>
        {words(isAgain ? 'reschedule' : 'schedule')}
      </Button>
    </Box>
  )
}
