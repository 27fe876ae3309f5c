import { createHash } from 'node:crypto'
import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import { PdfFormatError, readPdfFile } from './pdf-file.ts'

export type SignatureDetails = { name: string; reason: string; location: string; signedAt: Date }

/** Room for the CMS in bytes: two certificates take some 2,000, and a time-stamp, when there is an authority for it, 5,000 more. */
const reserved = 8_192

/** Print, locked (ISO 32000-1, table 165). */
const widgetFlags = 4 + 128

/**
 * The PDF with an empty signature field appended as an incremental update: the bytes given are the first bytes of the
 * result. The field is invisible; what the eye needs stands in the letter. Texts are UTF-16, so any name goes.
 * The time of signing stands in the dictionary's M, where PAdES wants it (ETSI EN 319 142-1, 6.3).
 */
export function withPlaceholder(pdf: Buffer, details: SignatureDetails): Buffer {
  const file = readPdfFile(pdf)
  const catalog = file.dictionaryOf(file.root)
  const page = /\/Kids\s*\[\s*(\d+ \d+ R)/.exec(file.dictionaryOf(match(catalog, /\/Pages\s+(\d+ \d+ R)/)))?.[1]
  if (!page) throw new PdfFormatError('The PDF has no page')
  const form = /\/AcroForm\s+(\d+ \d+ R)/.exec(catalog)?.[1]
  const fields = form ? match(file.dictionaryOf(form), /\/Fields\s*\[([^\]]*)\]/).trim() : ''
  const count = fields.split('R').length - 1
  const signature = file.size
  const widget = file.size + 1
  const newForm = form ? Number.parseInt(form, 10) : file.size + 2

  const update = new Update(pdf)
  update.add(signature, signatureDictionary(details))
  update.add(
    widget,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F ${widgetFlags} /T (Signature${count + 1}) /V ${signature} 0 R /P ${page} >>`,
  )
  update.add(newForm, `<< /SigFlags 3 /Fields [${fields} ${widget} 0 R] >>`)
  update.add(Number.parseInt(page, 10), withAnnotation(file.dictionaryOf(page), widget))
  if (!form) update.add(Number.parseInt(file.root, 10), append(catalog, `/AcroForm ${newForm} 0 R`))
  const newId = createHash('sha256').update(pdf).update(`${details.signedAt.getTime()}`).digest('hex').slice(0, 32)
  const size = file.size + (form ? 2 : 3)
  return update.close(
    `/Size ${size} /Root ${file.root}${file.info ? ` /Info ${file.info}` : ''} /Prev ${file.xrefAt} /ID [<${file.firstId ?? newId}> <${newId}>]`,
  )
}

function signatureDictionary({ name, reason, location, signedAt }: SignatureDetails): string {
  const range = `/${DEFAULT_BYTE_RANGE_PLACEHOLDER}`
  return [
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${SUBFILTER_ETSI_CADES_DETACHED}`,
    `/ByteRange [0 ${range} ${range} ${range}]`,
    `/Contents <${'0'.repeat(2 * reserved)}>`,
    `/Name ${text(name)} /Reason ${text(reason)} /Location ${text(location)} /M (${pdfDate(signedAt)}) >>`,
  ].join('\n')
}

function withAnnotation(page: string, widget: number): string {
  if (!/\/Annots\b/.test(page)) return append(page, `/Annots [${widget} 0 R]`)
  if (!/\/Annots\s*\[/.test(page)) throw new PdfFormatError('The page keeps its annotations elsewhere')
  return page.replace(/\/Annots\s*\[([^\]]*)\]/, (_, annotations) => `/Annots [${annotations} ${widget} 0 R]`)
}

function append(dictionary: string, entries: string): string {
  return `${dictionary.slice(0, -2)}${entries} >>`
}

function text(value: string): string {
  return `<FEFF${Buffer.from(value, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
}

function match(textToSearch: string, pattern: RegExp): string {
  const found = pattern.exec(textToSearch)?.[1]
  if (found === undefined) throw new PdfFormatError(`The PDF lacks ${pattern.source}`)
  return found
}

/** Objects after a PDF's last byte, and the table that says where they are. */
class Update {
  #parts: Buffer[]
  #length: number
  #offsets = new Map<number, number>()

  constructor(pdf: Buffer) {
    this.#parts = [pdf]
    this.#length = pdf.length
    if (pdf.at(-1) !== 0x0a) this.#write('\n')
  }

  add(number: number, dictionary: string): void {
    this.#offsets.set(number, this.#length)
    this.#write(`${number} 0 obj\n${dictionary}\nendobj\n`)
  }

  close(trailer: string): Buffer {
    const start = this.#length
    const rows = [...this.#offsets]
      .sort(([one], [other]) => one - other)
      .map(([number, offset]) => `${number} 1\n${`${offset}`.padStart(10, '0')} 00000 n \n`)
    this.#write(`xref\n${rows.join('')}trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
    return Buffer.concat(this.#parts)
  }

  #write(content: string): void {
    const bytes = Buffer.from(content, 'latin1')
    this.#parts.push(bytes)
    this.#length += bytes.length
  }
}
