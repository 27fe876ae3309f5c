import { Box } from '@mui/material'
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { TimeLeftRow } from '../../../contracts/oversight.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { PlotTable } from './PlotTable.tsx'

const toneOf = (id: string) => {
  if (id.startsWith('late')) return tones.breached.bar
  if (id === '4-hours' || id === '1-day') return tones.warned.bar
  return id === 'paused' ? tones.paused.bar : tones.calm.bar
}

/** How much time is left, a bar each; below it the same as a table. */
export default function TimeLeftPlot({ rows }: { rows: TimeLeftRow[] }) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const bars = rows.map(({ id, open }) => ({ id, open, label: words(`left.${id}`) }))
  return (
    <>
      <Box aria-hidden sx={{ height: 230 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={bars} margin={{ top: 18, right: 4, bottom: 36, left: 28 }} accessibilityLayer={false}>
            <XAxis
              dataKey="label"
              tickLine={false}
              axisLine={{ stroke: leaf.line }}
              tick={{ fontSize: 11, fill: leaf.muted }}
              interval={0}
              angle={-35}
              textAnchor="end"
            />
            <YAxis hide allowDecimals={false} />
            <Bar dataKey="open" radius={[4, 4, 0, 0]} isAnimationActive={false} maxBarSize={44}>
              {bars.map(({ id }) => (
                <Cell key={id} fill={toneOf(id)} />
              ))}
              <LabelList dataKey="open" position="top" style={{ fontSize: 12, fontWeight: 600, fill: leaf.ink }} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </Box>
      <PlotTable
        title={words('time_left_title')}
        headings={[words('time_left'), words('tasks')]}
        rows={bars.map(({ id, label, open }) => ({ id, cells: [label, number(open)] }))}
      />
    </>
  )
}
