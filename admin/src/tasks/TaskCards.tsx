import { Box, Card, CardActionArea, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { ClaimButton } from './ClaimButton.tsx'
import { TaskMark } from './TaskMark.tsx'
import { TaskOfficer } from './TaskOfficer.tsx'

/** The inbox in the hand: one card a task. */
export function TaskCards({ rows }: { rows: TaskRow[] }) {
  const words = useWords('tasks')
  return (
    <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <TaskCard key={row.id} row={row} />
      ))}
    </Box>
  )
}

function TaskCard({ row }: { row: TaskRow }) {
  const local = useLocalText()
  return (
    <Card component="li">
      <CardActionArea component={LinkBase} to={`/tasks/${encodeURIComponent(row.id)}`} sx={{ px: 2, pt: 1.5, pb: 1 }}>
        <ClockBar clock={row.clock} />
        <Typography sx={{ fontWeight: 650, mt: 1 }}>{row.applicantName}</Typography>
        <Typography variant="body2" color="textSecondary">
          {row.number} · {local(row.serviceName)}
        </Typography>
      </CardActionArea>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, px: 2, pb: 1.25 }}>
        <TaskMark row={row} />
        <Typography variant="body2" sx={{ flex: 1 }}>
          {local(row.stepName)} · <TaskOfficer task={row} />
        </Typography>
        {row.actions.includes('claim') && <ClaimButton task={row} />}
      </Box>
    </Card>
  )
}
