import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { ResultRow } from '../../../contracts/oversight-history.ts'
import type { Dimension } from '../../../domain/oversight/dimensions.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { useNames } from './names.ts'
import { toneOfShare, useShare } from './share.ts'
import { addressOf, type ChosenSlice, nextDimension, type Period, sliceOfRow } from './slice.ts'

type Props = { rows: ResultRow[]; by: Dimension; slice: ChosenSlice; period: Period }

/** What became of decided tasks: how many, how many in time, how long they took, how many went before older ones. */
export function ResultTable({ rows, by, slice, period }: Props) {
  const words = useWords('oversight')
  return (
    <Box component="table" sx={look}>
      <thead>
        <tr>
          <th scope="col">{words(`by.${by}`)}</th>
          {(['decided', 'on_time_share', 'mean_hours', 'overtakings'] as const).map((column) => (
            <th key={column} scope="col">
              {words(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} by={by} slice={slice} period={period} />
        ))}
      </tbody>
    </Box>
  )
}

function Row({ row, by, slice, period }: { row: ResultRow } & Omit<Props, 'rows'>) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const share = useShare()
  const { name, more } = useNames()(by, row)
  const own = sliceOfRow(slice, by, row)
  const next = nextDimension(by)
  return (
    <tr>
      <th scope="row">
        {next ? (
          <Link component={LinkBase} to={addressOf({ by: next, slice: own, period }, 'history')}>
            {name}
          </Link>
        ) : (
          name
        )}
        {more && (
          <Typography variant="caption" color="textSecondary" component="div">
            {more}
          </Typography>
        )}
      </th>
      <td>{number(row.decided)}</td>
      <Box component="td" sx={{ color: tones[toneOfShare(row.onTimeShare)].text, fontWeight: 650 }}>
        {share(row.onTimeShare)}
      </Box>
      <td>{number(row.meanHours)}</td>
      <td>
        {row.overtakings === 0 ? (
          number(0)
        ) : (
          <Link
            component={LinkBase}
            to={addressOf({ slice: own, period }, 'overtakings')}
            aria-label={words('overtakings_of', { name, count: number(row.overtakings) })}
            sx={{ display: 'inline-block', px: 1, mr: -1, py: 0.5 }}
          >
            {number(row.overtakings)}
          </Link>
        )}
      </td>
    </tr>
  )
}

const look = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { px: { xs: 0.5, md: 1 }, py: 0.75, borderBottom: `1px solid ${leaf.line}`, textAlign: 'right' },
  '& thead th': { fontSize: '0.75rem', fontWeight: 600, color: leaf.muted, verticalAlign: 'bottom' },
  '& th:first-of-type': { textAlign: 'left', fontWeight: 500, overflowWrap: 'anywhere', pl: 0 },
} as const
