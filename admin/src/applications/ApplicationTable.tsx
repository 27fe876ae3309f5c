import { TableCell, TableRow, Typography } from '@mui/material'
import { useNavigate } from 'react-admin'
import type { ApplicationRow } from '../../../contracts/applications.ts'
import { StatusChip } from '../case/StatusChip.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { RowLink, RowTable } from '../layout/RowTable.tsx'

const columns = ['number', 'applicant', 'status', 'waiting', 'received', 'due'] as const

export function ApplicationTable({ rows }: { rows: ApplicationRow[] }) {
  const words = useWords('applications')
  const tasks = useWords('tasks')
  return (
    <RowTable
      label={words('title')}
      description={tasks('keys')}
      headings={columns.map((column) => ({ column, text: words(`column.${column}`) }))}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </RowTable>
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
    <TableRow hover onClick={(event) => open(event.target)} sx={{ cursor: 'pointer' }}>
      <TableCell sx={{ minWidth: 180 }}>
        <RowLink to={to}>{row.number}</RowLink>
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
