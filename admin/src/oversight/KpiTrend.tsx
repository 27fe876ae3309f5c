import { Box } from '@mui/material'
import type { KpiRow } from '../../../contracts/oversight-kpis.ts'
import { isMet } from '../../../domain/oversight/kpis.ts'
import { leaf, tones } from '../theme/palette.ts'

const height = 40

/** The last weeks or months as small bars below the line that is aimed at; the tile tells the last two in words. */
export function KpiTrend({ row: { trend, target } }: { row: KpiRow }) {
  const values = trend.flatMap(({ value }) => value ?? [])
  if (values.length === 0) return null
  const top = Math.max(target.value, ...values) || 1
  return (
    <Box
      aria-hidden
      sx={{ position: 'relative', display: 'flex', alignItems: 'flex-end', gap: '2px', height, flex: 1, maxWidth: 150 }}
    >
      {trend.map(({ from, value }) => (
        <Box
          key={from}
          sx={{
            flex: 1,
            height: value === null ? '1px' : Math.max(2, Math.round((value / top) * height)),
            borderRadius: '2px 2px 0 0',
            bgcolor: value === null ? leaf.line : tones[isMet(value, target) ? 'calm' : 'breached'].bar,
          }}
        />
      ))}
      <Box
        sx={{
          position: 'absolute',
          left: 0,
          right: 0,
          bottom: Math.round((target.value / top) * height) - 1,
          borderTop: `1px dashed ${leaf.muted}`,
        }}
      />
    </Box>
  )
}
