import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { KpiRow } from '../../../contracts/oversight-kpis.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { leaf, type Tone, tones } from '../theme/palette.ts'
import { KpiSource } from './KpiSource.tsx'
import { KpiTrend } from './KpiTrend.tsx'
import { addressBehind, useKpiWords } from './kpi-words.ts'
import type { ChosenSlice } from './slice.ts'

/** A key figure: what it is now, what is aimed at, which way it goes, and where it falls short. */
export function KpiTile({ row, slice }: { row: KpiRow; slice: ChosenSlice }) {
  const words = useWords('oversight')
  const local = useLocalText()
  const { value, periodOf, trendOf, groupsOf } = useKpiWords(row)
  const [state, tone]: [string, Tone] =
    row.met === null ? ['none', 'paused'] : row.met ? ['yes', 'calm'] : ['no', 'breached']
  const lines = [trendOf(), groupsOf()].filter((line) => line !== null)
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        minWidth: 0,
        px: 1.5,
        py: 1.25,
        border: 1,
        borderColor: leaf.line,
        borderRadius: 1,
        boxShadow: `inset 0 3px 0 ${tones[tone].bar}`,
      }}
    >
      <Link component={LinkBase} to={addressBehind(row, slice)} sx={{ fontWeight: 650, py: 0.25 }}>
        {local(row.name)}
      </Link>
      <Typography variant="caption" color="textSecondary" component="p">
        {periodOf()}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 2, my: 0.5 }}>
        <Box sx={{ flex: '0 0 auto' }}>
          <Typography
            component="p"
            sx={{ fontSize: '1.625rem', fontWeight: 700, lineHeight: 1.2, color: tones[tone].text }}
          >
            {row.value === null ? '–' : value(row.value)}
          </Typography>
          <Typography component="p" variant="body2" sx={{ color: tones[tone].text, fontWeight: 650 }}>
            {words(`kpi_met.${state}`)}
          </Typography>
        </Box>
        <KpiTrend row={row} />
      </Box>
      <Typography component="p" variant="body2">
        {words(`kpi_target.${row.target.direction}`, { value: value(row.target.value) })}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} component="p" variant="body2" color="textSecondary">
          {line}
        </Typography>
      ))}
      <KpiSource source={row.target.source} />
    </Box>
  )
}
