import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  type Theme,
  Typography,
  useMediaQuery,
} from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDataProvider } from 'react-admin'
import type { Job } from '../../../contracts/jobs.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { ResultRows } from './ResultRows.tsx'
import { canRetry, stoppedBy } from './retry.ts'

type Props = { id: string; onClose: () => void; onForgotten: () => void; onAgain: (tasks: string[]) => void }

const everyMs = 700

/** What has become of each document so far; at the end, the way to sign what has not been signed. */
export function ResultDialog({ id, onClose, onForgotten, onAgain }: Props) {
  const words = useWords('tray')
  const common = useWords('common')
  const provider = useDataProvider<OfficeProvider>()
  const queryClient = useQueryClient()
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const { data: job, error } = useQuery({
    queryKey: ['jobs', id],
    queryFn: () => provider.job(id),
    refetchInterval: ({ state }) => (state.data?.doneAt ? false : everyMs),
  })
  const done = Boolean(job?.doneAt)
  useEffect(() => {
    if (done)
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'auth' && queryKey[0] !== 'jobs',
      })
  }, [done, queryClient])
  const gone = problemOf(error).status === 404
  const left = job?.doneAt ? job.rows.filter(canRetry) : []
  const close = () => {
    if (gone || (done && left.length === 0)) onForgotten()
    onClose()
  }
  return (
    <Dialog open onClose={close} fullScreen={!isWide} fullWidth maxWidth="sm" aria-labelledby="result-title">
      <DialogTitle id="result-title">{words(done ? 'done' : 'under_way')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        {error && <Typography role="alert">{words(gone ? 'gone' : 'away')}</Typography>}
        {job ? <Progress job={job} /> : !gone && <LinearProgress aria-label={common('loading')} />}
        {job && <Stopped job={job} />}
        {job && <ResultRows job={job} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{words(done || gone ? 'close' : 'leave')}</Button>
        {left.length > 0 && (
          <Button variant="contained" onClick={() => onAgain(left.map(({ task }) => task))}>
            {words('again', { smart_count: left.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Progress({ job: { rows } }: { job: Job }) {
  const words = useWords('tray')
  const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
  const open = count('waiting', 'under-way')
  const told = words('progress', { total: rows.length, done: count('done'), open })
  return (
    <>
      <LinearProgress variant="determinate" value={(100 * (rows.length - open)) / rows.length} aria-label={told} />
      <Typography variant="body2" role="status">
        {told}
      </Typography>
    </>
  )
}

/** Why the rest was left alone, before anybody goes through the rows. */
function Stopped({ job }: { job: Job }) {
  const words = useWords('tray')
  const local = useLocalText()
  const stopped = stoppedBy(job)
  if (!stopped) return null
  const { row, left } = stopped
  return (
    <Alert severity="error">
      {row?.message ? `${local(row.message)} ` : ''}
      {words('left', { smart_count: left })}
    </Alert>
  )
}
