import type { Request, Response } from 'express'
import writeXlsxFile from 'write-excel-file/node'
import { z } from 'zod'
import { audit } from '../../../models/audit.ts'
import { notFound } from '../../errors/problems.ts'
import { authorise, signedIn } from '../../middleware/ability.ts'
import { parse } from '../../middleware/parse.ts'
import type { OpenBook } from '../book/book.ts'
import { byteOrderMark, type CellValue, csvLine } from './csv.ts'
import { exportLimit } from './limit.ts'
import type { Table } from './named.ts'
import { tables } from './tables.ts'

export const ExportQuery = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  filter: z.string().max(2000).optional(),
})

/** Answers a table as a file, once the audit has kept who took it along. Throws 401, 403, 404 or 400. */
export async function sendExport(book: OpenBook, request: Request, response: Response): Promise<void> {
  authorise(request, 'export', 'oversight')
  const name = String(request.params.table)
  const make = Object.hasOwn(tables, name) ? tables[name] : undefined
  if (!make) throw notFound()
  const { format } = parse(ExportQuery, request.query)
  const table = limited(await make({ request, book }), request.language)
  const { account } = signedIn(request)
  await audit({ act: 'export', by: account, subject: { kind: 'oversight', id: `${name}.${format}` }, purpose: null })
  response.set({
    'Content-Disposition': `attachment; filename="${name}.${format}"`,
    'Cache-Control': 'private, no-store',
  })
  if (format === 'csv') {
    response.type('text/csv; charset=utf-8')
    response.send(byteOrderMark + [table.headings, ...table.rows].map(csvLine).join(''))
    return
  }
  response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  response.send(
    await writeXlsxFile([table.headings.map(heading), ...table.rows.map((row) => row.map(cell))]).toBuffer(),
  )
}

/** Never more than the limit, and where there was more the last line says so. */
function limited({ headings, rows }: Table, language: 'id' | 'en'): Table {
  if (rows.length <= exportLimit) return { headings, rows }
  return { headings, rows: [...rows.slice(0, exportLimit), [tooMany[language]]] }
}

const tooMany = {
  id: `Hanya ${exportLimit} baris pertama; persempit saringan untuk sisanya.`,
  en: `Only the first ${exportLimit} rows; filter for the rest.`,
}

const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
/** A text is a text, whatever it begins with: only numbers are anything else. */
function cell(value: CellValue) {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
