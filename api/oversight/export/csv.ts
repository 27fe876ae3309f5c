export type CellValue = string | number | null

/**
 * A line of RFC 4180. Text that a spreadsheet would take for a formula is told to be text by an apostrophe: whoever opens the
 * file runs nothing that somebody put into a name.
 */
export function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[\s]*[=+\-@]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Excel reads a file as UTF-8 only where it begins so. */
export const byteOrderMark = '\uFEFF'
