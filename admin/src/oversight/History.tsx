import { Box, MenuItem, TextField } from '@mui/material'
import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-admin'
import type { AgeingRow, ResultRow, SpentRow, TrendRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { PageHead } from '../layout/PageHead.tsx'
import { Answer } from './Answer.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { Panel } from './Panel.tsx'
import { ResultTable } from './ResultTable.tsx'
import { SliceBar } from './SliceBar.tsx'
import { SpentBars } from './SpentBars.tsx'
import { addressOf, type Period, periodNames, periods } from './slice.ts'
import { useChosen } from './use-chosen.ts'
import { useFigures } from './use-figures.ts'
import { Views } from './Views.tsx'

const TrendPlot = lazy(() => import('./TrendPlot.tsx'))
const AgeingPlot = lazy(() => import('./AgeingPlot.tsx'))

/** How clocks were kept over time, whose time cases took, and how old the open ones are. */
export function History() {
  const words = useWords('oversight')
  const { dateTime } = useFormats()
  const navigate = useNavigate()
  const chosen = useChosen()
  const { by, slice, period } = chosen
  const { office, service } = slice
  const ofCases = { ...(office ? { office } : {}), ...(service ? { service } : {}) }
  const results = useFigures<ResultRow>('results', { by, ...slice, ...periods[period] })
  const trend = useFigures<TrendRow>('trend', { ...slice, ...periods[period] })
  const spent = useFigures<SpentRow>('time-spent', {
    by: by === 'office' ? 'office' : 'service',
    ...ofCases,
    ...periods[period],
  })
  const ageing = useFigures<AgeingRow>('ageing', ofCases)
  return (
    <Box sx={{ maxWidth: 1280 }}>
      <PageHead
        title={words('title')}
        intro={results.asOf ? words('as_of', { at: dateTime(results.asOf) }) : words('intro')}
      />
      <Views chosen={chosen} view="history" />
      <SliceBar chosen={chosen} sample={results.rows[0]} behind="history">
        <TextField
          select
          size="small"
          label={words('period_label')}
          value={period}
          onChange={(event) => navigate(addressOf({ by, slice, period: event.target.value as Period }, 'history'))}
          fullWidth={false}
          sx={{ width: 160 }}
        >
          {periodNames.map((name) => (
            <MenuItem key={name} value={name}>
              {words(`period.${name}`)}
            </MenuItem>
          ))}
        </TextField>
      </SliceBar>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Panel title={words('trend_title')} note={words('trend_note')}>
          <Answer
            asked={trend}
            isEmpty={trend.rows.every(({ decided }) => decided === 0)}
            empty={words('nothing_decided')}
          >
            <Suspense fallback={<Box sx={{ height: 230 }} />}>
              <TrendPlot rows={trend.rows} grain={periods[period].grain} />
            </Suspense>
          </Answer>
        </Panel>
        <Panel title={words('ageing_title')} note={words('ageing_note')}>
          <Answer asked={ageing} isEmpty={ageing.rows.every(({ open }) => open === 0)} empty={words('nothing_open')}>
            <Suspense fallback={<Box sx={{ height: 230 }} />}>
              <AgeingPlot rows={ageing.rows} />
            </Suspense>
          </Answer>
        </Panel>
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
          <Panel
            title={words('results_title')}
            note={words('results_note')}
            tools={<ExportLinks list="results" filter={{ by, ...slice, ...periods[period] }} />}
          >
            <Answer asked={results} isEmpty={results.rows.length === 0} empty={words('nothing_decided')}>
              <ResultTable rows={results.rows} by={by} slice={slice} period={period} />
            </Answer>
          </Panel>
        </Box>
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
          <Panel title={words('spent_title')} note={words('spent_note')}>
            <Answer
              asked={spent}
              isEmpty={spent.rows.every(({ closed }) => closed === 0)}
              empty={words('nothing_closed')}
            >
              <SpentBars rows={spent.rows} by={by === 'office' ? 'office' : 'service'} />
            </Answer>
          </Panel>
        </Box>
      </Box>
    </Box>
  )
}
