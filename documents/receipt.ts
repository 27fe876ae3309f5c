import type { Content } from 'pdfmake/interfaces.js'
import { dateTime } from './format-value.ts'
import { type Letterhead, letterheadContent } from './letterhead.ts'
import { makePdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { qrContent } from './qr.ts'
import { type SlipLanguage, slipWords } from './slip-words.ts'

export type ReceiptInput = {
  language: SlipLanguage
  letterhead: Letterhead
  number: string
  trackingCode: string
  trackUrl: string
  service: string
  applicant: string
  /** ISO 8601. */
  receivedAt: string
  receivedBy?: string | null
  /** Who filed it for the applicant: "Perangkat Desa …". */
  proxy?: string | null
  /** "5 hari kerja sejak berkas lengkap". */
  due?: string | null
  documents: string[]
  /** What happens next and where to ask, a sentence each. */
  next: string[]
  ask: string[]
  timeZone: string
}

const margin = 40
const width = 419.53 - 2 * margin
const qrSide = 92

/** Tanda terima: what was handed in, when, to whom, and what comes next. A5, to be printed or sent. */
export function renderReceipt(input: ReceiptInput): Promise<Uint8Array> {
  const words = slipWords[input.language]
  return makePdf(
    {
      pageSize: 'A5',
      pageMargins: [margin, 30, margin, 40],
      content: [letterheadContent(input.letterhead, width, 0.72), ...receiptContent(input)],
      footer: (page, count) => ({
        text: words.page(page, count),
        fontSize: 7.5,
        color: '#555555',
        alignment: 'right',
        margin: [margin, 12, margin, 0],
      }),
      defaultStyle: { fontSize: 9.5, lineHeight: 1.15 },
    },
    {
      title: `${words.receipt} ${input.number}`,
      author: input.letterhead.name,
      subject: input.service,
      language: input.language,
      createdAt: new Date(input.receivedAt),
    },
  )
}

function receiptContent(input: ReceiptInput): Content[] {
  const words = slipWords[input.language]
  const rows: [string, string | null | undefined][] = [
    [words.service, input.service],
    [words.applicant, input.applicant],
    [words.proxy, input.proxy],
    [words.receivedAt, dateTime(input.receivedAt, input.language, input.timeZone)],
    [words.receivedBy, input.receivedBy],
    [words.due, input.due],
  ]
  return [
    {
      text: words.receipt.toLocaleUpperCase(input.language),
      bold: true,
      fontSize: 13,
      alignment: 'center',
      margin: [0, 0, 0, 10],
    },
    {
      columns: [
        {
          width: '*',
          stack: [
            { text: words.number, color: '#444444' },
            { text: plainText(input.number), bold: true, fontSize: 15 },
            { text: words.code, color: '#444444', margin: [0, 6, 0, 0] },
            { text: plainText(input.trackingCode), bold: true, fontSize: 19, characterSpacing: 1 },
          ],
        },
        {
          width: qrSide,
          stack: [
            qrContent(input.trackUrl, qrSide, { quiet: 2 }),
            { text: words.scan, fontSize: 7.5, alignment: 'center' },
          ],
        },
      ],
      margin: [0, 0, 0, 10],
    },
    {
      table: {
        widths: [96, '*'],
        dontBreakRows: true,
        body: rows.flatMap(([label, value]) =>
          value ? [[{ text: label, color: '#444444' }, { text: plainText(value) }]] : [],
        ),
      },
      layout: {
        hLineWidth: () => 0.4,
        hLineColor: () => '#bbbbbb',
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingTop: () => 3,
        paddingBottom: () => 2,
      },
    },
    ...titled(words.documents, { ol: input.documents.map(plainText) }, input.documents.length),
    ...titled(words.next, { ul: input.next.map(plainText) }, input.next.length),
    ...titled(words.ask, { ul: input.ask.map(plainText) }, input.ask.length),
  ]
}

function titled(title: string, content: Content, count: number): Content[] {
  if (count === 0) return []
  return [{ text: title, bold: true, margin: [0, 9, 0, 2] }, content]
}
