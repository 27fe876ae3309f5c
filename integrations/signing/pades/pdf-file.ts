/** Reads just enough of a PDF with a classic cross-reference table, as pdfmake writes it, to append an update to it. */

export type PdfFile = {
  /** The first number that no object has. */
  size: number
  root: string
  info: string | undefined
  firstId: string | undefined
  xrefAt: number
  /** An object's dictionary, from `<<` to `>>`. */
  dictionaryOf(reference: string): string
}

export class PdfFormatError extends Error {
  override readonly name = 'PdfFormatError'
}

/** Throws PdfFormatError on anything but a whole, unencrypted PDF with a classic cross-reference table. */
export function readPdfFile(pdf: Buffer): PdfFile {
  const xrefAt = startOfXref(pdf)
  const offsets = new Map<number, number>()
  const trailer = readSection(pdf, xrefAt, offsets)
  for (let at = previousOf(trailer); at !== undefined; ) at = previousOf(readSection(pdf, at, offsets))
  if (/\/Encrypt\b/.test(trailer)) throw new PdfFormatError('The PDF is encrypted')
  return {
    size: Number(entry(trailer, /\/Size\s+(\d+)/)),
    root: entry(trailer, /\/Root\s+(\d+ \d+ R)/),
    info: /\/Info\s+(\d+ \d+ R)/.exec(trailer)?.[1],
    firstId: /\/ID\s*\[\s*<([0-9A-Fa-f]+)>/.exec(trailer)?.[1],
    xrefAt,
    dictionaryOf(reference) {
      const number = Number.parseInt(reference, 10)
      const offset = offsets.get(number)
      if (offset === undefined) throw new PdfFormatError(`Object ${number} is not in the PDF`)
      const text = pdf.toString('latin1', offset, pdf.indexOf('endobj', offset))
      if (!text.startsWith(`${number} `)) throw new PdfFormatError(`Object ${number} is not where the PDF says`)
      return text.slice(text.indexOf('<<'), text.lastIndexOf('>>') + 2)
    },
  }
}

function startOfXref(pdf: Buffer): number {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 1024))
  return Number(entry(tail.slice(tail.lastIndexOf('startxref')), /^startxref\s+(\d+)\s+%%EOF\s*$/))
}

/** Adds a section's offsets, newest first, and gives its trailer. */
function readSection(pdf: Buffer, at: number, offsets: Map<number, number>): string {
  const end = pdf.indexOf('startxref', at)
  const section = pdf.toString('latin1', at, end < 0 ? undefined : end)
  if (!section.startsWith('xref')) throw new PdfFormatError('The PDF has no classic cross-reference table')
  const trailerAt = section.indexOf('trailer')
  let next = 0
  for (const line of section.slice(4, trailerAt).split(/[\r\n]+/)) {
    const head = /^(\d+) (\d+)\s*$/.exec(line)
    const row = /^(\d{10}) \d{5} ([nf])\s*$/.exec(line)
    if (head) next = Number(head[1])
    else if (row) {
      if (row[2] === 'n' && !offsets.has(next)) offsets.set(next, Number(row[1]))
      next += 1
    }
  }
  return section.slice(trailerAt)
}

function previousOf(trailer: string): number | undefined {
  const previous = /\/Prev\s+(\d+)/.exec(trailer)?.[1]
  return previous === undefined ? undefined : Number(previous)
}

function entry(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new PdfFormatError(`The PDF lacks ${pattern.source}`)
  return found
}
