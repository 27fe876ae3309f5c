import { Box } from '@mui/material'
import { lazy, Suspense } from 'react'
import type { StandingRow, TimeLeftRow } from '../../../contracts/oversight.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { PageHead } from '../layout/PageHead.tsx'
import { Answer } from './Answer.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { HeatTable } from './HeatTable.tsx'
import { Kpis } from './Kpis.tsx'
import { Panel } from './Panel.tsx'
import { SliceBar } from './SliceBar.tsx'
import { Totals } from './Totals.tsx'
import { useChosen } from './use-chosen.ts'
import { useFigures } from './use-figures.ts'
import { Views } from './Views.tsx'

const TimeLeftPlot = lazy(() => import('./TimeLeftPlot.tsx'))

/** How the offices that one answers for keep their clocks. */
export default function Oversight() {
  const words = useWords('oversight')
  const { dateTime } = useFormats()
  const chosen = useChosen()
  const { by, slice } = chosen
  const standing = useFigures<StandingRow>('standing', { by, ...slice })
  const left = useFigures<TimeLeftRow>('time-left', slice)
  return (
    <Box sx={{ maxWidth: 1280 }}>
      <PageHead
        title={words('title')}
        intro={standing.asOf ? words('as_of', { at: dateTime(standing.asOf) }) : words('intro')}
      />
      <Views chosen={chosen} view="now" />
      <SliceBar chosen={chosen} sample={standing.rows[0]} />
      <Totals rows={standing.rows} slice={slice} />
      <Kpis slice={slice} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' },
          alignItems: 'start',
        }}
      >
        <Panel
          title={words('heat_title')}
          note={words('heat_note')}
          tools={<ExportLinks list="standing" filter={{ by, ...slice }} />}
        >
          <Answer asked={standing} isEmpty={standing.rows.length === 0} empty={words('nothing_open')}>
            <HeatTable rows={standing.rows} by={by} slice={slice} />
          </Answer>
        </Panel>
        <Panel title={words('time_left_title')} note={words('time_left_note')}>
          <Answer asked={left} isEmpty={left.rows.every(({ open }) => open === 0)} empty={words('nothing_open')}>
            <Suspense fallback={<Box sx={{ height: 230 }} />}>
              <TimeLeftPlot rows={left.rows} />
            </Suspense>
          </Answer>
        </Panel>
      </Box>
    </Box>
  )
}
