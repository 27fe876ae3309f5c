import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { LinkBase, useNavigate } from 'react-admin'
import type { ApplicationRow } from '../../../contracts/applications.ts'
import { StatusChip } from '../case/StatusChip.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { moveBetweenRows } from '../layout/row-keys.ts'

const columns = ['number', 'applicant', 'status', 'waiting', 'received', 'due'] as const

export function ApplicationTable({ rows }: { rows: ApplicationRow[] }) {
  const words = useWords('applications')
  const tasks = useWords('tasks')
  return (
    <TableContainer sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small" aria-label={words('title')} aria-description={tasks('keys')} onKeyDown={moveBetweenRows}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{words(`column.${column}`)}</TableCell>
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

function Row({ row }: { row: ApplicationRow }) {
  const local = useLocalText()
  const navigate = useNavigate()
  const { short, shortDate } = useFormats()
  const to = `/applications/${encodeURIComponent(row.id)}`
  const open = (target: EventTarget) => {
    if (target instanceof Element && !target.closest('a, button')) navigate(to)
  }
  const { kind, who, step } = row.waitingOn
  return (
    <TableRow
      hover
      onClick={(event) => open(event.target)}
      sx={{ cursor: 'pointer', '&:last-child td': { border: 0 } }}
    >
      <TableCell sx={{ minWidth: 180 }}>
        <Link component={LinkBase} to={to} data-row-link sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
          {row.number}
        </Link>
        <Typography variant="caption" color="textSecondary" component="div">
          {local(row.serviceName)}
        </Typography>
      </TableCell>
      <TableCell>
        {row.applicantName}
        <Typography variant="caption" color="textSecondary" component="div" sx={{ whiteSpace: 'nowrap' }}>
          {row.applicantNik}
        </Typography>
      </TableCell>
      <TableCell>
        <StatusChip status={row.status} />
      </TableCell>
      <TableCell>
        {kind === 'nobody' ? '–' : local(who)}
        {step && (
          <Typography variant="caption" color="textSecondary" component="div">
            {local(step)}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{shortDate(row.receivedAt)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.dueAt && !row.closedAt ? short(row.dueAt) : '–'}</TableCell>
    </TableRow>
  )
}
