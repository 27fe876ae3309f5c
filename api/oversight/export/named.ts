import type { Language } from '../../request.ts'
import { type Group, type Names, nameGroups } from '../names.ts'
import type { CellValue } from './csv.ts'
import { exportLimit } from './limit.ts'

export type Table = { headings: string[]; rows: CellValue[][] }

export const groupColumns = ['office', 'service', 'step', 'officer'] as const

/** With codes and names of what the rows tell apart before their figures. */
export async function grouped<Row extends Group>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  language: Language,
): Promise<Table> {
  const named = await nameGroups(rows.slice(0, exportLimit + 1))
  const used = groupColumns.filter((column) => rows.some((row) => row[column] !== null))
  return {
    headings: [...used.flatMap((column) => [column, `${column}Name`]), ...columns],
    rows: named.map((row) => [
      ...used.flatMap((column) => [row[column], nameIn(row.names, column, language)]),
      ...columns.map((column) => row[column] as CellValue),
    ]),
  }
}

export function nameIn(names: Names, column: (typeof groupColumns)[number], language: Language): string | null {
  const name = names[column]
  return typeof name === 'string' || name === null ? name : name[language]
}
