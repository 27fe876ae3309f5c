import { TableCell, TableRow, Typography } from '@mui/material'
import type { MessageRow } from '../../../contracts/messages.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { RowLink, RowTable } from '../layout/RowTable.tsx'
import { SentChip } from './SentChip.tsx'

const columns = ['queued', 'number', 'trigger', 'way', 'to', 'status'] as const

export function MessageTable({ rows }: { rows: MessageRow[] }) {
  const words = useWords('messages')
  return (
    <RowTable label={words('title')} headings={columns.map((column) => ({ column, text: words(`column.${column}`) }))}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </RowTable>
  )
}

function Row({ row }: { row: MessageRow }) {
  const words = useWords('messages')
  const terms = useWords('terms')
  const { short } = useFormats()
  return (
    <TableRow>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{short(row.queuedAt)}</TableCell>
      <TableCell>
        <RowLink to={`/applications/${encodeURIComponent(row.application)}`}>{row.number}</RowLink>
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
