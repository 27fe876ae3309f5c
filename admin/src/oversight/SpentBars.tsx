import { Box, Typography } from '@mui/material'
import type { SpentRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { useNames } from './names.ts'
import { PlotTable } from './PlotTable.tsx'
import { useShare } from './share.ts'

const parts = [
  { field: 'officeHours', colour: tones.calm.bar },
  { field: 'applicantHours', colour: tones.warned.bar },
  { field: 'outsideHours', colour: tones.paused.bar },
] as const

/** Whose time cases took, a bar for each group that is as wide as it was long; below it the same as a table. */
export function SpentBars({ rows, by }: { rows: SpentRow[]; by: 'office' | 'service' }) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const share = useShare()
  const nameOf = useNames()
  const ended = rows.filter(({ closed }) => closed > 0)
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1 }} aria-hidden>
        {parts.map(({ field, colour }) => (
          <Box key={field} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem' }}>
            <Box sx={{ width: 12, height: 12, borderRadius: '3px', bgcolor: colour }} />
            {words(`spent.${field}`)}
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 1 }} aria-hidden>
        {ended.map((row) => {
          const all = parts.reduce((sum, { field }) => sum + row[field], 0)
          return (
            <Box key={row.id}>
              <Typography variant="body2">
                {nameOf(by, row).name} · {words('mean_days', { days: number(all / row.closed / 24) })}
              </Typography>
              <Box sx={{ display: 'flex', height: 14, borderRadius: '4px', overflow: 'hidden', bgcolor: leaf.line }}>
                {parts.map(({ field, colour }) => (
                  <Box key={field} sx={{ width: `${all > 0 ? (row[field] / all) * 100 : 0}%`, bgcolor: colour }} />
                ))}
              </Box>
            </Box>
          )
        })}
      </Box>
      <PlotTable
        title={words('spent_title')}
        headings={[
          words(`by.${by}`),
          words('closed'),
          words('term_share'),
          ...parts.map(({ field }) => words(`spent_mean.${field}`)),
        ]}
        rows={ended.map((row) => ({
          id: row.id,
          cells: [
            nameOf(by, row).name,
            number(row.closed),
            share(row.onTimeShare),
            ...parts.map(({ field }) => number(row[field] / row.closed)),
          ],
        }))}
      />
    </>
  )
}
