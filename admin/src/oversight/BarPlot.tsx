import { Box } from '@mui/material'
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { leaf } from '../theme/palette.ts'

export type PlotBar = { id: string; label: string; value: number; colour: string; told?: string }

/** Bars with their values above; whoever cannot see them has the table below. */
export function BarPlot({ bars, slanted = false, top }: { bars: PlotBar[]; slanted?: boolean; top?: number }) {
  return (
    <Box aria-hidden sx={{ height: 230 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars}
          margin={{ top: 18, right: 4, bottom: slanted ? 36 : 0, left: slanted ? 44 : 4 }}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={{ stroke: leaf.line }}
            tick={{ fontSize: 11, fill: leaf.muted }}
            interval={slanted ? 0 : 'preserveStartEnd'}
            {...(slanted ? { angle: -35, textAnchor: 'end' as const } : {})}
          />
          <YAxis hide allowDecimals={false} {...(top === undefined ? {} : { domain: [0, top] })} />
          <Bar dataKey="value" radius={[4, 4, 0, 0]} isAnimationActive={false} maxBarSize={44}>
            {bars.map(({ id, colour }) => (
              <Cell key={id} fill={colour} />
            ))}
            <LabelList
              dataKey={bars.some(({ told }) => told) ? 'told' : 'value'}
              position="top"
              style={{ fontSize: 11, fontWeight: 600, fill: leaf.ink }}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </Box>
  )
}
