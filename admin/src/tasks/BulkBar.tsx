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
  /** Tasks as they were marked when the dialog opened: a row that goes meanwhile is told of, not dropped unseen. */
  const [asked, setAsked] = useState<string[] | null>(null)
  const [watching, setWatching] = useState(false)
  if (offered.length === 0 && !job && !asked) return null
  const opened = (id: string) => {
    keepJob(id)
    clear()
    setAsked(null)
    setWatching(true)
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
          <Button size="small" variant="contained" onClick={() => setAsked(selected)}>
            {words('bulk.decide')}
          </Button>
        </>
      )}
      {job && (
        <Button size="small" onClick={() => setWatching(true)}>
          {words('bulk.last')}
        </Button>
      )}
      {asked && <BulkDialog tasks={asked} onClose={() => setAsked(null)} onOpened={opened} />}
      {watching && job && <JobDialog id={job} onClose={() => setWatching(false)} onForgotten={() => keepJob(null)} />}
    </Box>
  )
}
