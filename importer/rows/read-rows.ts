import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { nameOfHeading } from './headings.ts'
import { nest } from './nest.ts'
import { problemAt, type RowProblem } from './problem.ts'

export const limits = { fileBytes: 64 * 1024 * 1024, rows: 50_000, rowBytes: 256 * 1024 } as const

/** A row as it stands in the file; `text`: its values are words, to be read by the form's types. */
export type RawRow = { line: number; value: unknown; text: boolean }
export type RowsRead = { rows: RawRow[]; problems: RowProblem[] }

/** Rows of a `.csv` (comma, semicolon or tab; UTF-8) or `.jsonl` file. Throws only when the file cannot be read at all. */
export async function readRows(path: string): Promise<RowsRead> {
  const { size } = await stat(path)
  if (size > limits.fileBytes)
    return wrong(1, 'the file is larger than 64 MB', 'divide it; parts can be taken over one after the other')
  const bytes = await readFile(path)
  const text = decode(bytes)
  if (text === null) return wrong(1, 'the file is not UTF-8', 'save it as "CSV UTF-8"')
  const read = extname(path).toLowerCase() === '.csv' ? readCsv(text) : readJsonLines(text)
  if (read.rows.length > limits.rows)
    return wrong(
      1,
      `the file has more than ${limits.rows} rows`,
      'divide it; parts can be taken over one after the other',
    )
  return read
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function wrong(line: number, what: string, mend: string): RowsRead {
  return { rows: [], problems: [problemAt(line, { field: '', what, mend })] }
}

type Parsed = { record: string[]; info: { lines: number } }

function readCsv(text: string): RowsRead {
  let parsed: Parsed[]
  try {
    parsed = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: limits.rowBytes,
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(Reflect.get(error, 'lines') ?? 1)
    return wrong(line, 'is not well-formed CSV', 'look for a quotation mark that is not closed')
  }
  const [head, ...body] = parsed
  if (!head) return wrong(1, 'the file is empty', 'the first line names the columns')
  const names = head.record.map(nameOfHeading)
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice.length > 0) return wrong(1, `the column ${twice[0]} is there twice`, 'take one of them out')
  const read: RowsRead = { rows: [], problems: [] }
  for (const { record, info } of body) {
    const line = info.lines
    if (record.length > names.length) read.problems.push(problemAt(line, tooManyCells))
    const value = nest(names.flatMap((name, index) => (name === '' ? [] : [[name, record[index] ?? ''] as const])))
    if (value) read.rows.push({ line, value, text: true })
    else return wrong(1, 'two columns contradict each other, or one has an empty name between dots', 'rename them')
  }
  return read
}

const tooManyCells = {
  field: '',
  what: 'has more cells than there are columns',
  mend: 'put values that contain the separator in quotation marks',
}

/** Of the signs that part cells, the one that the heading has most of. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const count = (sign: string) => heading.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ','
}

function readJsonLines(text: string): RowsRead {
  const read: RowsRead = { rows: [], problems: [] }
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1
    if (content.trim() === '') continue
    const value = content.length > limits.rowBytes ? undefined : parseJson(content)
    if (value === undefined) {
      read.problems.push(
        problemAt(line, { field: '', what: 'is no JSON object of at most 256 KB', mend: 'write one object a line' }),
      )
    } else read.rows.push({ line, value, text: false })
  }
  return read
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
