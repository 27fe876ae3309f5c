import { TableCell, TableRow, Typography } from '@mui/material'
import type { BillRow } from '../../../contracts/bills.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { RowLink, RowTable } from '../layout/RowTable.tsx'
import { BillChips } from './BillChips.tsx'

const columns = ['number', 'amount', 'standing', 'kept', 'back', 'opened'] as const
const sums = new Set<string>(['amount', 'kept', 'back'])

export function BillTable({ rows }: { rows: BillRow[] }) {
  const words = useWords('bills')
  return (
    <RowTable
      label={words('title')}
      headings={columns.map((column) => ({
        column,
        text: words(`column.${column}`),
        align: sums.has(column) ? 'right' : 'left',
      }))}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </RowTable>
  )
}

function Row({ row }: { row: BillRow }) {
  const local = useLocalText()
  const { rupiah, short } = useFormats()
  return (
    <TableRow>
      <TableCell>
        <RowLink to={`/bills/${encodeURIComponent(row.id)}`}>{row.number}</RowLink>
        <Typography variant="caption" color="textSecondary" component="div">
          {local(row.serviceName)}
        </Typography>
      </TableCell>
      <TableCell align="right">{rupiah(row.amount)}</TableCell>
      <TableCell>
        <BillChips bill={row} />
      </TableCell>
      <TableCell align="right">{rupiah(row.kept)}</TableCell>
      <TableCell align="right">{rupiah(row.refunding + row.refunded)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{short(row.openedAt)}</TableCell>
    </TableRow>
  )
}
