import type { AgeingRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { BarPlot } from './BarPlot.tsx'
import { PlotTable } from './PlotTable.tsx'

const colours: Record<string, string> = { '31-90': tones.warned.bar, older: tones.breached.bar }

/** Open cases by how long ago they came. */
export default function AgeingPlot({ rows }: { rows: AgeingRow[] }) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const bars = rows.map(({ id, open }) => ({
    id,
    value: open,
    label: words(`age.${id}`),
    colour: colours[id] ?? tones.calm.bar,
  }))
  return (
    <>
      <BarPlot bars={bars} slanted />
      <PlotTable
        title={words('ageing_title')}
        headings={[words('age_label'), words('cases')]}
        rows={bars.map(({ id, label, value }) => ({ id, cells: [label, number(value)] }))}
      />
    </>
  )
}
