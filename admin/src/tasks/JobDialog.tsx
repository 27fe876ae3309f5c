import { Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDataProvider } from 'react-admin'
import type { Job } from '../../../contracts/jobs.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { JobRows } from './JobRows.tsx'

type Props = { id: string; onClose: () => void; onForgotten: () => void }

const everyMs = 1_000

/** How far a job is. It goes on whether or not anybody looks. */
export function JobDialog({ id, onClose, onForgotten }: Props) {
  const words = useWords('tasks')
  const common = useWords('common')
  const provider = useDataProvider<OfficeProvider>()
  const queryClient = useQueryClient()
  const { data: job, error } = useQuery({
    queryKey: ['jobs', id],
    queryFn: () => provider.job(id),
    refetchInterval: ({ state }) => (state.data?.doneAt ? false : everyMs),
  })
  const done = Boolean(job?.doneAt)
  useEffect(() => {
    if (done) void queryClient.invalidateQueries({ queryKey: ['tasks'] })
  }, [done, queryClient])
  const gone = problemOf(error).status === 404
  const close = () => {
    if (done || gone) onForgotten()
    onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="job-title">
      <DialogTitle id="job-title">{words(done ? 'bulk.done' : 'bulk.under_way')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        {error && <Typography role="alert">{gone ? words('bulk.gone') : words('bulk.away')}</Typography>}
        {job ? <Progress job={job} /> : <LinearProgress aria-label={common('loading')} />}
        {job && <JobRows rows={job.rows} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{words(done || gone ? 'bulk.close' : 'bulk.leave')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function Progress({ job: { rows } }: { job: Job }) {
  const words = useWords('tasks')
  const count = (state: string) => rows.filter((row) => row.state === state).length
  const open = count('waiting')
  const counts = { total: rows.length, done: count('done'), refused: count('refused') + count('unknown'), open }
  const told = words('bulk.progress', counts)
  return (
    <>
      <LinearProgress variant="determinate" value={(100 * (rows.length - open)) / rows.length} aria-label={told} />
      <Typography variant="body2" role="status">
        {told}
      </Typography>
    </>
  )
}
