import type { Content, ContentTable, CustomTableLayout, Margins, TableCell } from 'pdfmake/interfaces.js'
import type { FieldRow, FieldsBlock, GroupBlock, LetterBlock, ListBlock, ParagraphBlock } from '../../domain/letter.ts'
import { LetterError } from '../letter-error.ts'
import { pictureContent } from '../picture.ts'
import { fill, fillLines, printable, type Scope, shows, valueAt } from './scope.ts'
import { words } from './words.ts'

export type TextBlock = Exclude<LetterBlock, { kind: 'signature' }>

const sizes = { small: { fontSize: 9 }, normal: {}, large: { fontSize: 14 } } as const
const gap: Margins = [0, 0, 0, 8]
const borderless: CustomTableLayout = {
  defaultBorder: false,
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 6,
  paddingTop: () => 1,
  paddingBottom: () => 1,
}
const ruled: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#777777',
  vLineColor: () => '#777777',
  paddingTop: () => 3,
  paddingBottom: () => 2,
}

export function blockContent(block: TextBlock, scope: Scope): Content {
  switch (block.kind) {
    case 'heading':
      return { text: fill(block.text, scope), bold: true, alignment: 'center', margin: [0, 6, 0, 6] }
    case 'paragraph':
      return paragraph(block, scope)
    case 'fields':
      return fields(block, scope)
    case 'list':
      return list(block, scope)
    case 'group':
      return groupTable(block, scope)
    case 'findings':
      return findingsTable(scope)
    case 'photos':
      return photoRows(scope)
  }
}

/** Label, colon, value; a row is never torn over two pages. */
export function fieldTable(
  rows: readonly FieldRow[],
  scope: Scope,
  { labelWidth = 148, margin = gap }: { labelWidth?: number; margin?: Margins } = {},
): ContentTable {
  const body: TableCell[][] = rows
    .filter((row) => shows(row.when, scope))
    .map((row) => [{ text: fill(row.label, scope) }, { text: ':' }, { text: fill(row.value, scope) }])
  return {
    table: { widths: [labelWidth, 4, '*'], body: body.length > 0 ? body : [['', '', '']], dontBreakRows: true },
    layout: borderless,
    margin,
  }
}

function paragraph(block: ParagraphBlock, scope: Scope): Content {
  const alignment = block.align ?? 'justify'
  const runs = fill(block.text, scope)
  return {
    text: alignment === 'justify' ? words(runs) : runs,
    alignment,
    ...sizes[block.size ?? 'normal'],
    margin: gap,
    ...(block.indent && { leadingIndent: 36 }),
  }
}

function fields(block: FieldsBlock, scope: Scope): Content {
  if (!block.photo) return fieldTable(block.rows, scope, { margin: [18, 0, 0, 8] })
  const image = valueAt(block.photo, scope)
  if (!(image instanceof Uint8Array)) throw new LetterError('missing-value', block.photo, 'the photo is missing')
  const threeByFour: [number, number] = [85, 113.4]
  return {
    columns: [
      { width: '*', stack: [fieldTable(block.rows, scope, { labelWidth: 118, margin: [0, 0, 0, 0] })] },
      { width: threeByFour[0], stack: [pictureContent({ image }, threeByFour, block.photo)] },
    ],
    columnGap: 14,
    margin: gap,
  }
}

function list(block: ListBlock, scope: Scope): Content {
  const items: Content[] = fillLines(block.items, scope).map((runs) => ({
    text: words(runs),
    alignment: 'justify',
    margin: [0, 0, 0, 3],
  }))
  const marked: Content =
    block.marks === 'bullet'
      ? { ul: items, margin: gap }
      : { ol: items, type: block.marks === 'alpha' ? 'lower-alpha' : 'decimal', margin: gap }
  if (!block.title) return marked
  return { stack: [{ text: fill(block.title, scope), margin: [0, 0, 0, 3] }, marked] }
}

function groupTable(block: GroupBlock, scope: Scope): Content {
  const rows = valueAt(block.source, scope)
  if (rows !== undefined && rows !== null && !Array.isArray(rows)) {
    throw new LetterError('bad-value', block.source, 'is not a repeated group')
  }
  const body: TableCell[][] = (rows ?? []).map((values: unknown, index: number) => [
    { text: `${index + 1}`, alignment: 'center' },
    ...block.columns.map((column) => ({
      text: fill(column.text, { ...scope, item: { group: block.source, values } }),
    })),
  ])
  const head: TableCell[] = ['No.', ...block.columns.map((column) => column.label)].map((label) => ({
    text: fill(label, scope),
    bold: true,
    alignment: 'center',
    fillColor: '#eeeeee',
  }))
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [24, ...block.columns.map(() => '*')],
      body: [head, ...body],
    },
    layout: ruled,
    fontSize: 10,
    margin: gap,
  }
}

/** What was asked on the spot, and the answer. */
function findingsTable({ data }: Scope): Content {
  const head: TableCell[] = ['No.', 'Yang diperiksa', 'Hasil'].map((text) => ({
    text,
    bold: true,
    alignment: 'center',
    fillColor: '#eeeeee',
  }))
  const body = (data.inspection?.findings ?? []).map(({ label, value }, index): TableCell[] => [
    { text: `${index + 1}`, alignment: 'center' },
    { text: printable(label, 'inspection.findings') },
    { text: printable(value, 'inspection.findings') },
  ])
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [24, '*', 150], body: [head, ...body] },
    layout: ruled,
    fontSize: 10,
    margin: gap,
  }
}

const photoBox: [number, number] = [218, 165]

function photoRows({ photos }: Scope): Content {
  const rows: Content[] = []
  for (let at = 0; at < photos.length; at += 2) {
    const pair = photos.slice(at, at + 2)
    rows.push({
      columns: pair.map((image) => ({ width: photoBox[0], stack: [pictureContent({ image }, photoBox, 'photos')] })),
      columnGap: 14,
      margin: gap,
      unbreakable: true,
    })
  }
  return { stack: rows }
}
