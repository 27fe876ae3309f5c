import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { StandingRow } from '../../../contracts/oversight.ts'
import type { Dimension } from '../../../domain/oversight/dimensions.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { useNames } from './names.ts'
import { addressOf, type ChosenSlice, nextDimension, sliceOfRow } from './slice.ts'

const columns = [
  { state: 'breached', field: 'breached', tone: tones.breached },
  { state: 'warned', field: 'warned', tone: tones.warned },
  { state: 'on-time', field: 'onTime', tone: tones.calm },
  { state: 'paused', field: 'paused', tone: tones.paused },
] as const

type Props = { rows: StandingRow[]; by: Dimension; slice: ChosenSlice }

/** A heat map that is a table: each cell's ground is as full as its share of the row, and leads to what lies behind. */
export function HeatTable({ rows, by, slice }: Props) {
  const words = useWords('oversight')
  return (
    <Box component="table" sx={look}>
      <Box component="caption" sx={{ textAlign: 'left', fontSize: '0.8125rem', color: 'text.secondary', pb: 0.5 }}>
        {words('heat_caption')}
      </Box>
      <thead>
        <tr>
          <th scope="col">{words(`by.${by}`)}</th>
          {columns.map(({ state }) => (
            <th key={state} scope="col">
              {words(`state.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <HeatRow key={row.id} row={row} by={by} slice={slice} />
        ))}
      </tbody>
    </Box>
  )
}

function HeatRow({ row, by, slice }: { row: StandingRow } & Omit<Props, 'rows'>) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const { name, more } = useNames()(by, row)
  const own = sliceOfRow(slice, by, row)
  const next = nextDimension(by)
  return (
    <tr>
      <th scope="row">
        <Link component={LinkBase} to={next ? addressOf({ by: next, slice: own }) : addressOf({ slice: own }, 'tasks')}>
          {name}
        </Link>
        {more && (
          <Typography variant="caption" color="textSecondary" component="div">
            {more}
          </Typography>
        )}
      </th>
      {columns.map(({ state, field, tone }) => {
        const count = row[field]
        const share = row.open > 0 ? Math.round((count / row.open) * 100) : 0
        return (
          <Box
            component="td"
            key={state}
            sx={{
              background: count > 0 ? `linear-gradient(0deg, ${tone.wash}, ${tone.wash})` : undefined,
              boxShadow: count > 0 ? `inset 0 -${Math.max(2, Math.round(share / 8))}px 0 ${tone.bar}` : undefined,
            }}
          >
            {count === 0 ? (
              <span aria-hidden>–</span>
            ) : (
              <Link
                component={LinkBase}
                to={addressOf({ slice: own, state }, 'tasks')}
                aria-label={words('cell', { name, state: words(`state.${state}`), count: number(count), share })}
                sx={{ color: tone.text, fontWeight: 700, display: 'block', py: 0.75, pb: 1.75 }}
              >
                {number(count)}
              </Link>
            )}
          </Box>
        )
      })}
    </tr>
  )
}

const look = {
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: '3px',
  tableLayout: { xs: 'fixed', md: 'auto' },
  '& th, & td': { px: { xs: 0.5, md: 1 }, borderRadius: '4px' },
  '& thead th': {
    px: '2px',
    fontSize: { xs: '0.6875rem', md: '0.75rem' },
    fontWeight: 600,
    color: leaf.muted,
    textAlign: 'center',
    verticalAlign: 'bottom',
  },
  '& thead th:first-of-type': { textAlign: 'left', px: { xs: 0.5, md: 1 }, width: { xs: '36%', md: '40%' } },
  '& tbody th': { textAlign: 'left', fontWeight: 500, overflowWrap: 'anywhere', py: 0.75 },
  '& td': { textAlign: 'center', minWidth: 48 },
} as const
