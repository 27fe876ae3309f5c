import { Box } from '@mui/material'
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import type { DueBar } from './due-days.ts'

const colours = { late: tones.breached.bar, today: tones.warned.bar, day: tones.calm.bar, later: tones.paused.bar }

/** The load ahead, a bar a day; read out as a table. */
export default function DuePlot({ bars }: { bars: DueBar[] }) {
  const words = useWords('home')
  const { dayMonth } = useFormats()
  const rows = bars.map((bar) => ({ ...bar, label: bar.day ? dayMonth(bar.day) : words(bar.kind) }))
  return (
    <>
      <Box aria-hidden sx={{ height: 240, mt: 1 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} margin={{ top: 18, right: 4, bottom: 0, left: 4 }} accessibilityLayer={false}>
            <XAxis
              dataKey="label"
              tickLine={false}
              axisLine={{ stroke: leaf.line }}
              tick={{ fontSize: 12, fill: leaf.muted }}
              interval={0}
            />
            <YAxis hide allowDecimals={false} />
            <Bar dataKey="count" radius={[4, 4, 0, 0]} isAnimationActive={false} maxBarSize={44}>
              {rows.map(({ key, kind }) => (
                <Cell key={key} fill={colours[kind]} />
              ))}
              <LabelList dataKey="count" position="top" style={{ fontSize: 12, fontWeight: 600, fill: leaf.ink }} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </Box>
      <Box component="table" sx={readOut}>
        <caption>{words('plot_title')}</caption>
        <tbody>
          {rows.map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                {count} {words('tasks')}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </>
  )
}

const readOut = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const
