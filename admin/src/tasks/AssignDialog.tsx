import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Skeleton,
  Typography,
} from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { CandidateLine } from './CandidateLine.tsx'
import { useTaskAct } from './use-task-act.ts'

/** Gives a task to a colleague, seeing what each of them already holds. */
export function AssignDialog({ task, onClose }: { task: TaskRow; onClose: () => void }) {
  const words = useWords('tasks')
  const common = useWords('common')
  const provider = useDataProvider<OfficeProvider>()
  const [officer, setOfficer] = useState('')
  const { act, busy } = useTaskAct()
  const { data, isPending } = useQuery({
    queryKey: ['tasks', 'candidates', { id: task.id }],
    queryFn: () => provider.candidates(task.id),
  })
  const candidates = data ?? []
  const most = Math.max(1, ...candidates.map(({ open }) => open))
  const assign = async () => {
    const name = candidates.find(({ id }) => id === officer)?.name
    const told = ['lontar.tasks.assigned', { number: task.number, name }] satisfies [string, object]
    const done = await act(`assign:${task.id}:${officer}`, (key) => provider.assign(task.id, officer, key), told)
    if (done) onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="assign-title">
      <DialogTitle id="assign-title">{words('assign_title')}</DialogTitle>
      <DialogContent>
        <DialogContentText variant="body2" sx={{ mb: 1 }}>
          {words('assign_intro', { number: task.number })}
        </DialogContentText>
        {isPending && <Skeleton variant="rounded" height={140} />}
        {data?.length === 0 && <Typography>{words('assign_none')}</Typography>}
        <RadioGroup value={officer} onChange={(_, id) => setOfficer(id)} aria-labelledby="assign-title">
          {candidates.map((candidate) => (
            <FormControlLabel
              key={candidate.id}
              value={candidate.id}
              disabled={candidate.id === task.assignee?.id}
              control={<Radio size="small" />}
              label={<CandidateLine candidate={candidate} most={most} />}
              slotProps={{ typography: { sx: { flex: 1 } } }}
              sx={{ mr: 0 }}
            />
          ))}
        </RadioGroup>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button variant="contained" disabled={!officer} loading={busy} onClick={assign}>
          {words('assign_submit')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
