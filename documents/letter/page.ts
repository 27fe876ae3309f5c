import type { Content, DynamicContent } from 'pdfmake/interfaces.js'

/** A4 in points: 2.5 cm at the binding side, 2 cm at the other. */
export const margin = { left: 71, right: 57, top: 46 } as const
const pageWidth = 595.28
export const textWidth = pageWidth - margin.left - margin.right

const grey = '#555555'
export const warning = '#b3261e'

/** Room for the footer: a line for each ~105 characters of the notes, and the page number. */
export function bottomMargin(notes: readonly string[]): number {
  const lines = notes.reduce((sum, note) => sum + Math.ceil(note.length / 105), 0)
  return 44 + 9.5 * Math.max(lines, 2)
}

/** From the second page on, which letter this is. */
export function runningHead(title: string, number: string): DynamicContent {
  return (currentPage) =>
    currentPage === 1
      ? null
      : {
          text: `${title} – ${number}`,
          fontSize: 8,
          color: grey,
          alignment: 'right',
          margin: [margin.left, 24, margin.right, 0],
        }
}

/** The legal notes on every page, which page it is, and the warning of a document that binds nobody. */
export function pageFoot(notes: readonly string[], watermark: string | undefined): DynamicContent {
  return (currentPage, pageCount) => {
    const left: Content[] = notes.map((text) => ({ text }))
    if (watermark) left.push({ text: watermark, bold: true, color: warning })
    return {
      margin: [margin.left, 8, margin.right, 0],
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth, y2: 0, lineWidth: 0.5, lineColor: '#999999' }] },
        {
          margin: [0, 5, 0, 0],
          fontSize: 7,
          lineHeight: 1.18,
          color: grey,
          columns: [
            { width: '*', stack: left.length > 0 ? left : [''] },
            { width: 90, text: `Halaman ${currentPage} dari ${pageCount}`, alignment: 'right' },
          ],
          columnGap: 12,
        },
      ],
    }
  }
}
