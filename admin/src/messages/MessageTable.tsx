import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { MessageRow } from '../../../contracts/messages.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { moveBetweenRows } from '../layout/row-keys.ts'
import { SentChip } from './SentChip.tsx'

const columns = ['queued', 'number', 'trigger', 'way', 'to', 'status'] as const

export function MessageTable({ rows }: { rows: MessageRow[] }) {
  const words = useWords('messages')
  return (
    <TableContainer sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small" aria-label={words('title')} onKeyDown={moveBetweenRows}>
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

function Row({ row }: { row: MessageRow }) {
  const words = useWords('messages')
  const terms = useWords('terms')
  const { short } = useFormats()
  return (
    <TableRow sx={{ '&:last-child td': { border: 0 } }}>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{short(row.queuedAt)}</TableCell>
      <TableCell>
        <Link
          component={LinkBase}
          to={`/applications/${encodeURIComponent(row.application)}`}
          data-row-link
          sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}
        >
          {row.number}
        </Link>
      </TableCell>
      <TableCell>
        {terms(`trigger.${row.trigger}`)}
        <Typography variant="caption" color="textSecondary" component="div">
          {row.subject}
        </Typography>
      </TableCell>
      <TableCell>{terms(`way.${row.way}`)}</TableCell>
      <TableCell>{row.to}</TableCell>
      <TableCell>
        <SentChip status={row.status} />
        {row.sentAt && (
          <Typography variant="caption" color="textSecondary" component="div">
            {words('sent_at', { at: short(row.sentAt) })}
          </Typography>
        )}
        {row.attempts > 1 && (
          <Typography variant="caption" color="textSecondary" component="div">
            {words('attempts', { smart_count: row.attempts })}
          </Typography>
        )}
        {row.lastError && (
          <Typography variant="caption" color="error" component="div">
            {row.lastError}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  )
}
