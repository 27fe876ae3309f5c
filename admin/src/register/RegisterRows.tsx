import { Box, Card, TableCell, TableRow, type Theme, Typography, useMediaQuery } from '@mui/material'
import type { RegisterRow } from '../../../contracts/register.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { RowLink, RowTable } from '../layout/RowTable.tsx'
import { StandingChip } from './StandingChip.tsx'

const columns = ['number', 'holder', 'standing', 'until', 'left'] as const

export function RegisterRows({ rows }: { rows: RegisterRow[] }) {
  const words = useWords('register')
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  if (!isWide)
    return (
      <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {rows.map((row) => (
          <RowCard key={row.id} row={row} />
        ))}
      </Box>
    )
  return (
    <RowTable label={words('title')} headings={columns.map((column) => ({ column, text: words(`column.${column}`) }))}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </RowTable>
  )
}

function Row({ row }: { row: RegisterRow }) {
  const local = useLocalText()
  return (
    <TableRow>
      <TableCell>
        <ToEntry row={row} />
        <Typography variant="caption" color="textSecondary" component="div">
          {local(row.documentTitle)}
        </Typography>
      </TableCell>
      <TableCell>{row.holder}</TableCell>
      <TableCell>
        <StandingChip today={row.today} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <End row={row} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Left row={row} />
      </TableCell>
    </TableRow>
  )
}

function RowCard({ row }: { row: RegisterRow }) {
  return (
    <Card component="li" sx={{ px: 2, py: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <ToEntry row={row} />
        <StandingChip today={row.today} />
      </Box>
      <Typography variant="body2">{row.holder}</Typography>
      <Typography variant="body2" color="textSecondary">
        <End row={row} /> · <Left row={row} />
      </Typography>
    </Card>
  )
}

const ToEntry = ({ row }: { row: RegisterRow }) => (
  <RowLink to={`/register/${encodeURIComponent(row.id)}`} wraps>
    {row.number}
  </RowLink>
)

function End({ row }: { row: RegisterRow }) {
  const words = useWords('register')
  const { shortDate } = useFormats()
  return <>{row.validUntil ? shortDate(row.validUntil) : words('no_end')}</>
}

function Left({ row: { daysLeft } }: { row: RegisterRow }) {
  const words = useWords('register')
  return <>{daysLeft === null ? '–' : words('days_left', { smart_count: daysLeft })}</>
}
