import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { LinkBase, useNavigate } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { toneOf } from '../clock/time-left.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { moveBetweenRows } from '../layout/row-keys.ts'
import { tones } from '../theme/palette.ts'
import { ClaimButton } from './ClaimButton.tsx'
import { TaskMark } from './TaskMark.tsx'
import { TaskOfficer } from './TaskOfficer.tsx'

const columns = ['clock', 'due', 'number', 'applicant', 'step', 'officer'] as const

export function TaskTable({ rows }: { rows: TaskRow[] }) {
  const words = useWords('tasks')
  return (
    <TableContainer sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small" aria-label={words('title')} aria-description={words('keys')} onKeyDown={moveBetweenRows}>
        <TableHead>
          <TableRow>
            <TableCell component="td" padding="checkbox" />
            {columns.map((column) => (
              <TableCell key={column} sx={column === 'clock' ? { width: 236 } : undefined}>
                {words(`column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
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
    <TableRow
      hover
      onClick={(event) => open(event.target)}
      sx={{ cursor: 'pointer', '&:last-child td': { border: 0 } }}
    >
      <TableCell padding="checkbox" sx={{ boxShadow: `inset 3px 0 0 ${tones[toneOf(row.clock)].bar}` }}>
        <TaskMark row={row} />
      </TableCell>
      <TableCell>
        <ClockBar clock={row.clock} showDue={false} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.clock.dueAt ? short(row.clock.dueAt) : '–'}</TableCell>
      <TableCell>
        <Link component={LinkBase} to={to} data-row-link sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
          {row.number}
        </Link>
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
