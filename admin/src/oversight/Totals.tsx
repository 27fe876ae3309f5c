import { Box, ButtonBase, Typography } from '@mui/material'
import { useNavigate } from 'react-admin'
import type { StandingRow } from '../../../contracts/oversight.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
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
          <ButtonBase
            key={state}
            onClick={() => navigate(addressOf({ slice, state }, 'tasks'))}
            sx={{
              display: 'flex',
              flexDirection: 'column',
              alignItems: 'flex-start',
              justifyContent: 'flex-start',
              textAlign: 'left',
              px: 2,
              py: 1.25,
              bgcolor: 'background.paper',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              boxShadow: `inset 0 3px 0 ${tones[tone].bar}`,
              '&:hover': { borderColor: 'primary.main' },
            }}
          >
            <Typography
              component="span"
              sx={{ display: 'block', fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2, color: tones[tone].text }}
            >
              {number(count)}
            </Typography>
            <Typography component="span" variant="body2" sx={{ display: 'block' }}>
              {words(`state.${state}`)}
            </Typography>
          </ButtonBase>
        )
      })}
    </Box>
  )
}
