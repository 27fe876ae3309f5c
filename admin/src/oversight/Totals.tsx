import { Box } from '@mui/material'
import { useNavigate } from 'react-admin'
import type { StandingRow } from '../../../contracts/oversight.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { FigureTile } from '../layout/FigureTile.tsx'
import { addressOf, type ChosenSlice } from './slice.ts'

const figures = [
  { state: 'breached', field: 'breached', tone: 'breached' },
  { state: 'warned', field: 'warned', tone: 'warned' },
  { state: 'on-time', field: 'onTime', tone: 'calm' },
  { state: 'paused', field: 'paused', tone: 'paused' },
] as const

/** All of it in four figures; each leads to its tasks. */
export function Totals({ rows, slice }: { rows: StandingRow[]; slice: ChosenSlice }) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const navigate = useNavigate()
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
      {figures.map(({ state, field, tone }) => {
        const count = rows.reduce((sum, row) => sum + row[field], 0)
        return (
          <FigureTile
            key={state}
            figure={number(count)}
            label={words(`state.${state}`)}
            tone={tone}
            onClick={() => navigate(addressOf({ slice, state }, 'tasks'))}
          />
        )
      })}
    </Box>
  )
}
