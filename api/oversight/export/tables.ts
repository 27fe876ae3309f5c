import type { Request } from 'express'
import type { z } from 'zod'
import { StandingFilter } from '../../../contracts/oversight.ts'
import {
  OvertakingFilter,
  type OvertakingReasonLine,
  ResultFilter,
  SpentFilter,
  TrendFilter,
} from '../../../contracts/oversight-history.ts'
import { KpiFilter } from '../../../contracts/oversight-kpis.ts'
import { findOvertakings } from '../../../models/oversight/overtakings.ts'
import { authorise } from '../../middleware/ability.ts'
import { parseList } from '../../middleware/list-query.ts'
import type { OpenBook } from '../book/book.ts'
import { countBy } from '../book/count.ts'
import { resultsIn, spentIn, trendIn } from '../history.ts'
import { kpisIn } from '../kpis.ts'
import { overtakingsAsked, reasonLines, rowOf } from '../overtakings.ts'
import { placesSeenBy, sliceOf } from '../slice.ts'
import { figuresOf } from '../standing.ts'
import { kpiTable } from './kpi-table.ts'
import { exportLimit } from './limit.ts'
import { grouped, type Table } from './named.ts'

type Asking = { request: Request; book: OpenBook }

/** What can be taken along as a file, by its list's name; each answers at most one row more than the limit. */
export const tables: Record<string, (asking: Asking) => Promise<Table>> = {
  async standing({ request, book }) {
    const { by, ...slice } = filterOf(request, StandingFilter)
    const look = { sees: placesSeenBy(request), slice: sliceOf(slice), now: Date.now() }
    const rows = countBy(await book.open(), look, by).map(figuresOf)
    return grouped(rows, ['breached', 'warned', 'onTime', 'paused', 'open', 'oldest'], request.language)
  },
  async results({ request }) {
    const rows = await resultsIn(mayExport(request), filterOf(request, ResultFilter))
    const columns = ['decided', 'timed', 'late', 'onTimeShare', 'meanHours', 'overtakings', 'freeOvertakings'] as const
    return grouped(rows, columns, request.language)
  },
  async trend({ request }) {
    const rows = await trendIn(mayExport(request), filterOf(request, TrendFilter))
    const columns = ['id', 'decided', 'timed', 'late', 'onTimeShare'] as const
    return { headings: [...columns], rows: rows.map((row) => columns.map((column) => row[column])) }
  },
  async 'time-spent'({ request }) {
    const rows = await spentIn(mayExport(request), filterOf(request, SpentFilter))
    const columns = [
      'received',
      'closed',
      'timed',
      'late',
      'onTimeShare',
      'officeHours',
      'applicantHours',
      'outsideHours',
    ]
    return grouped(rows, columns as (keyof (typeof rows)[number])[], request.language)
  },
  async overtakings({ request }) {
    const asked = await overtakingsAsked(mayExport(request), filterOf(request, OvertakingFilter))
    const found = await findOvertakings(asked, { sort: { at: -1, _id: -1 }, skip: 0, limit: exportLimit + 1 })
    const said = await reasonLines(found)
    const rows = found.map((row) => ({ ...rowOf(row), reasons: inOneCell(said.get(row.task ?? '')) }))
    const columns = ['number', 'at', 'since', 'outcome', 'overtook', 'overtookFree', 'reason', 'reasons'] as const
    return grouped(rows, columns, request.language)
  },
  async kpis({ request, book }) {
    const figures = await kpisIn(mayExport(request), filterOf(request, KpiFilter), book, request)
    return kpiTable(figures, request.language)
  },
}

const inOneCell = (lines: readonly OvertakingReasonLine[] = []) =>
  lines.map(({ text, by, at }) => `${by.name}, ${at}: ${text}`).join('\n') || null

const mayExport = (request: Request) => authorise(request, 'export', 'oversight')

function filterOf<Filter extends z.ZodType>(request: Request, filter: Filter): z.output<Filter> {
  const { filter: asked } = request.query
  const rules = { filter, sortable: { id: '_id' }, defaultSort: ['id', 'ASC'] as const }
  return parseList(asked === undefined ? {} : { filter: asked }, rules).filter
}
