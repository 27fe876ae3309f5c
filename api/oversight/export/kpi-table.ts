import type { Source } from '../../../catalogue/schema/common.ts'
import { measureNamed } from '../../../domain/oversight/kpis.ts'
import type { Language } from '../../request.ts'
import type { KpiFigures } from '../kpi-figures.ts'
import { nameGroups } from '../names.ts'
import type { CellValue } from './csv.ts'
import { groupColumns, nameIn, type Table } from './named.ts'

const headings = [
  'kpi',
  'name',
  'measure',
  'unit',
  'direction',
  'target',
  'source',
  'row',
  'from',
  ...groupColumns.flatMap((column) => [column, `${column}Name`]),
  'value',
  'met',
]

/** A row for each key figure, one for each week or month of its trend, and one for each of its groups. */
export async function kpiTable(figures: readonly KpiFigures[], language: Language): Promise<Table> {
  const rows = await Promise.all(figures.map((each) => rowsOf(each, language)))
  return { headings, rows: rows.flat() }
}

async function rowsOf({ kpi, value, met, trend, groups }: KpiFigures, language: Language): Promise<CellValue[][]> {
  const { code, name, measure, target } = kpi
  const unit = measureNamed(measure).unit
  const common = [
    code,
    name[language],
    measure,
    unit,
    target.direction,
    target.value,
    sourceWords(target.source, language),
  ]
  const noGroup = groupColumns.flatMap(() => [null, null])
  return [
    [...common, 'value', null, ...noGroup, value, told(met)],
    ...trend.map((bucket) => [...common, 'trend', bucket.from, ...noGroup, bucket.value, null]),
    ...(await nameGroups(groups)).map((row) => [
      ...common,
      'group',
      null,
      ...groupColumns.flatMap((column) => [row[column], nameIn(row.names, column, language)]),
      row.value,
      told(row.met),
    ]),
  ]
}

const told = (met: boolean | null) => (met === null ? null : met ? 'met' : 'missed')

function sourceWords({ document, article, date, illustrative }: Source, language: Language): string {
  const example = { id: 'angka contoh', en: 'an example figure' }[language]
  return [document, article, date, illustrative ? example : undefined].filter(Boolean).join(', ')
}
