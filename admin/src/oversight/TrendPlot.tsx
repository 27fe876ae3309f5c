import type { TrendRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { BarPlot } from './BarPlot.tsx'
import { PlotTable } from './PlotTable.tsx'
import { toneOfShare, useShare } from './share.ts'

/** The share decided within the clock, a bar for each week or month. */
export default function TrendPlot({ rows, grain }: { rows: TrendRow[]; grain: 'week' | 'month' }) {
  const words = useWords('oversight')
  const { number, dayMonth } = useFormats()
  const share = useShare()
  const label = (day: string) => (grain === 'week' ? dayMonth(day) : words(`month.${Number(day.slice(5, 7))}`))
  const bars = rows.map(({ id, onTimeShare }) => ({
    id,
    value: onTimeShare === null ? 0 : Math.round(onTimeShare * 100),
    told: onTimeShare === null ? '' : `${Math.round(onTimeShare * 100)}`,
    label: label(id),
    colour: tones[toneOfShare(onTimeShare)].bar,
  }))
  return (
    <>
      <BarPlot bars={bars} top={100} />
      <PlotTable
        title={words('trend_title')}
        headings={[words(`grain.${grain}`), words('decided'), words('late'), words('on_time_share')]}
        rows={rows.map(({ id, decided, late, onTimeShare }) => ({
          id,
          cells: [
            grain === 'week' ? dayMonth(id) : `${words(`month.${Number(id.slice(5, 7))}`)} ${id.slice(0, 4)}`,
            number(decided),
            number(late),
            share(onTimeShare),
          ],
        }))}
      />
    </>
  )
}
