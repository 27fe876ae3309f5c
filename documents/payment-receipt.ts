import type { Content } from 'pdfmake/interfaces.js'
import { rupiahInWords } from '../domain/payment/in-words.ts'
import { rupiah } from '../domain/payment/rupiah.ts'
import { dateTime } from './format-value.ts'
import { type Letterhead, letterheadContent } from './letterhead.ts'
import { makePdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { type SlipLanguage, slipWords } from './slip-words.ts'

/** Amounts in whole rupiah. */
export type PaymentReceiptInput = {
  language: SlipLanguage
  letterhead: Letterhead
  /** The receipt's own number. */
  receipt: string
  /** The application's. */
  number: string
  service: string
  payer: string
  fees: { name: string; amount: number }[]
  amount: number
  /** ISO 8601. */
  paidAt: string
  /** The gateway's transaction. */
  payment: string
  /** What of it goes back or has gone back. */
  refunded: number
  timeZone: string
}

const margin = 40
const width = 419.53 - 2 * margin

/** Kuitansi: who paid how much for what, in figures and in words. A5. */
export function renderPaymentReceipt(input: PaymentReceiptInput): Promise<Uint8Array> {
  const words = slipWords[input.language]
  return makePdf(
    {
      pageSize: 'A5',
      pageMargins: [margin, 30, margin, 40],
      content: [letterheadContent(input.letterhead, width, 0.72), ...content(input)],
      defaultStyle: { fontSize: 9.5, lineHeight: 1.15 },
    },
    {
      title: `${words.payment.title} ${input.receipt}`,
      author: input.letterhead.name,
      subject: input.service,
      language: input.language,
      createdAt: new Date(input.paidAt),
    },
  )
}

function content(input: PaymentReceiptInput): Content[] {
  const { payment: words, service, number } = slipWords[input.language]
  const rows: [string, string][] = [
    [words.payer, input.payer],
    // The sum in words is what counts in Indonesia, in either language.
    [words.sum, `${rupiah(input.amount)} (${rupiahInWords(input.amount)})`],
    [service, input.service],
    [number, input.number],
    [words.paidAt, dateTime(input.paidAt, input.language, input.timeZone)],
    [words.transaction, input.payment],
    ...(input.refunded > 0 ? [[words.refunded, rupiah(input.refunded)] satisfies [string, string]] : []),
  ]
  return [
    { text: words.title.toLocaleUpperCase(input.language), bold: true, fontSize: 13, alignment: 'center' },
    { text: plainText(input.receipt), alignment: 'center', margin: [0, 0, 0, 10] },
    table(rows.map(([label, value]) => [label, plainText(value)])),
    { text: words.details, bold: true, margin: [0, 9, 0, 2] },
    table([
      ...input.fees.map(({ name, amount }): [string, string] => [plainText(name), rupiah(amount)]),
      [words.total, rupiah(input.amount)],
    ]),
    { text: words.note, fontSize: 8, color: '#444444', margin: [0, 12, 0, 0] },
  ]
}

function table(rows: [string, string][]): Content {
  return {
    table: {
      widths: [120, '*'],
      dontBreakRows: true,
      body: rows.map(([label, value]) => [{ text: label, color: '#444444' }, { text: value }]),
    },
    layout: {
      hLineWidth: () => 0.4,
      hLineColor: () => '#bbbbbb',
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 2,
    },
  }
}
