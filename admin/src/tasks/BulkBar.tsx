import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useStore } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { JobDialog } from './JobDialog.tsx'
import { useSelected } from './use-selected.ts'

/** What can be done with the marked tasks, and the way back to a job that goes on. Its id is kept in the browser. */
export function BulkBar({ rows }: { rows: TaskRow[] }) {
  const words = useWords('tasks')
  const { offered, selected, toggleAll, clear } = useSelected(rows)
  const [job, keepJob] = useStore<string | null>('tasks.job', null)
  const [open, setOpen] = useState<'ask' | 'job' | null>(null)
  if (offered.length === 0 && !job) return null
  const opened = (id: string) => {
    keepJob(id)
    clear()
    setOpen('job')
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1, minHeight: 36 }}>
      {offered.length > 0 && (
        <Button size="small" onClick={toggleAll}>
          {words(selected.length === offered.length ? 'bulk.none' : 'bulk.all')}
        </Button>
      )}
      {selected.length > 0 && (
        <>
          <Typography variant="body2" role="status">
            {words('bulk.selected', { smart_count: selected.length })}
          </Typography>
          <Button size="small" variant="contained" onClick={() => setOpen('ask')}>
            {words('bulk.decide')}
          </Button>
        </>
      )}
      {job && (
        <Button size="small" onClick={() => setOpen('job')}>
          {words('bulk.last')}
        </Button>
      )}
      {open === 'ask' && <BulkDialog tasks={selected} onClose={() => setOpen(null)} onOpened={opened} />}
      {open === 'job' && job && <JobDialog id={job} onClose={() => setOpen(null)} onForgotten={() => keepJob(null)} />}
    </Box>
  )
}
