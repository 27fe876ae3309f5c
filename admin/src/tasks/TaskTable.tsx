import { TableCell, TableRow, Typography } from '@mui/material'
import { useNavigate } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { toneOf } from '../clock/time-left.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { RowLink, RowTable } from '../layout/RowTable.tsx'
import { tones } from '../theme/palette.ts'
import { ClaimButton } from './ClaimButton.tsx'
import { TaskMark } from './TaskMark.tsx'
import { TaskOfficer } from './TaskOfficer.tsx'

const columns = ['clock', 'due', 'number', 'applicant', 'step', 'officer'] as const

export function TaskTable({ rows }: { rows: TaskRow[] }) {
  const words = useWords('tasks')
  return (
    <RowTable
      label={words('title')}
      description={words('keys')}
      marked
      headings={columns.map((column) => ({
        column,
        text: words(`column.${column}`),
        ...(column === 'clock' ? { width: 236 } : {}),
      }))}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </RowTable>
  )
}

function Row({ row }: { row: TaskRow }) {
  const local = useLocalText()
  const navigate = useNavigate()
  const { short } = useFormats()
  const to = `/tasks/${encodeURIComponent(row.id)}`
  const open = (target: EventTarget) => {
    if (target instanceof Element && !target.closest('a, button, input')) navigate(to)
  }
  return (
    <TableRow hover onClick={(event) => open(event.target)} sx={{ cursor: 'pointer' }}>
      <TableCell padding="checkbox" sx={{ boxShadow: `inset 3px 0 0 ${tones[toneOf(row.clock)].bar}` }}>
        <TaskMark row={row} />
      </TableCell>
      <TableCell>
        <ClockBar clock={row.clock} showDue={false} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.clock.dueAt ? short(row.clock.dueAt) : '–'}</TableCell>
      <TableCell>
        <RowLink to={to}>{row.number}</RowLink>
        <Typography variant="caption" color="textSecondary" component="div">
          {local(row.serviceName)}
        </Typography>
      </TableCell>
      <TableCell>{row.applicantName}</TableCell>
      <TableCell>{local(row.stepName)}</TableCell>
      <TableCell>{row.actions.includes('claim') ? <ClaimButton task={row} /> : <TaskOfficer task={row} />}</TableCell>
    </TableRow>
  )
}
