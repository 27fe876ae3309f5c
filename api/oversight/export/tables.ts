import type { Request } from 'express'
import type { z } from 'zod'
import { StandingFilter } from '../../../contracts/oversight.ts'
import { OvertakingFilter, ResultFilter, SpentFilter, TrendFilter } from '../../../contracts/oversight-history.ts'
import { findOvertakings } from '../../../models/oversight/overtakings.ts'
import { authorise } from '../../middleware/ability.ts'
import { parseList } from '../../middleware/list-query.ts'
import type { Language } from '../../request.ts'
import type { OpenBook } from '../book/book.ts'
import { countBy } from '../book/count.ts'
import { resultsIn, spentIn, trendIn } from '../history.ts'
import { type Group, type Names, nameGroups } from '../names.ts'
import { overtakingsAsked, rowOf } from '../overtakings.ts'
import { placesSeenBy, sliceOf } from '../slice.ts'
import { figuresOf } from '../standing.ts'
import type { CellValue } from './csv.ts'

/** A file ends here: whoever wants more asks for a smaller part. */
export const exportLimit = 10_000

export type Table = { headings: string[]; rows: CellValue[][] }
type Asking = { request: Request; book: OpenBook }

/** What can be taken along as a file, by its list's name; each answers at most one row more than the limit. */
export const tables: Record<string, (asking: Asking) => Promise<Table>> = {
  async standing({ request, book }) {
    const { by, ...slice } = filterOf(request, StandingFilter)
    const look = { sees: placesSeenBy(request), slice: sliceOf(slice), now: Date.now() }
    const rows = countBy(await book.open(), look, by).map(figuresOf)
    return grouped(request, rows, ['breached', 'warned', 'onTime', 'paused', 'open', 'oldest'])
  },
  async results({ request }) {
    const rows = await resultsIn(mayExport(request), filterOf(request, ResultFilter))
    const columns = ['decided', 'timed', 'late', 'onTimeShare', 'meanHours', 'overtakings', 'freeOvertakings'] as const
    return grouped(request, rows, columns)
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
    return grouped(request, rows, columns as (keyof (typeof rows)[number])[])
  },
  async overtakings({ request }) {
    const asked = await overtakingsAsked(mayExport(request), filterOf(request, OvertakingFilter))
    const found = await findOvertakings(asked, { sort: { at: -1, _id: -1 }, skip: 0, limit: exportLimit + 1 })
    return grouped(request, found.map(rowOf), [
      'number',
      'at',
      'since',
      'outcome',
      'overtook',
      'overtookFree',
      'reason',
    ])
  },
}

const mayExport = (request: Request) => authorise(request, 'export', 'oversight')

function filterOf<Filter extends z.ZodType>(request: Request, filter: Filter): z.output<Filter> {
  const { filter: asked } = request.query
  const rules = { filter, sortable: { id: '_id' }, defaultSort: ['id', 'ASC'] as const }
  return parseList(asked === undefined ? {} : { filter: asked }, rules).filter
}

const groupColumns = ['office', 'service', 'step', 'officer'] as const

/** With codes and names of what the rows tell apart before their figures. */
async function grouped<Row extends Group>(
  request: Request,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): Promise<Table> {
  const named = await nameGroups(rows.slice(0, exportLimit + 1))
  const used = groupColumns.filter((column) => rows.some((row) => row[column] !== null))
  return {
    headings: [...used.flatMap((column) => [column, `${column}Name`]), ...columns],
    rows: named.map((row) => [
      ...used.flatMap((column) => [row[column], nameIn(row.names, column, request.language)]),
      ...columns.map((column) => row[column] as CellValue),
    ]),
  }
}

function nameIn(names: Names, column: (typeof groupColumns)[number], language: Language): string | null {
  const name = names[column]
  return typeof name === 'string' || name === null ? name : name[language]
}
