import type { TimeLeftRow } from '../../../contracts/oversight.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { BarPlot } from './BarPlot.tsx'
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
  const bars = rows.map(({ id, open }) => ({ id, value: open, label: words(`left.${id}`), colour: toneOf(id) }))
  return (
    <>
      <BarPlot bars={bars} slanted />
      <PlotTable
        title={words('time_left_title')}
        headings={[words('time_left'), words('tasks')]}
        rows={bars.map(({ id, label, value }) => ({ id, cells: [label, number(value)] }))}
      />
    </>
  )
}
