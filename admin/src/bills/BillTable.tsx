import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { BillRow } from '../../../contracts/bills.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { moveBetweenRows } from '../layout/row-keys.ts'
import { BillChips } from './BillChips.tsx'

const columns = ['number', 'amount', 'standing', 'kept', 'back', 'opened'] as const
const sums = new Set<string>(['amount', 'kept', 'back'])

export function BillTable({ rows }: { rows: BillRow[] }) {
  const words = useWords('bills')
  return (
    <TableContainer sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small" aria-label={words('title')} onKeyDown={moveBetweenRows}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column} align={sums.has(column) ? 'right' : 'left'}>
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

function Row({ row }: { row: BillRow }) {
  const local = useLocalText()
  const { rupiah, short } = useFormats()
  return (
    <TableRow sx={{ '&:last-child td': { border: 0 } }}>
      <TableCell>
        <Link
          component={LinkBase}
          to={`/bills/${encodeURIComponent(row.id)}`}
          data-row-link
          sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}
        >
          {row.number}
        </Link>
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
