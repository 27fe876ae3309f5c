import type { Column, Content, Margins, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { dateTime } from './format-value.ts'
import { makePdf } from './pdf.ts'
import { type Picture, pictureContent } from './picture.ts'
import { plainText } from './plain-text.ts'
import { qrContent } from './qr.ts'
import { type SlipLanguage, slipWords } from './slip-words.ts'

export type SlipInput = {
  /** A5, or the 80 mm roll of a counter's printer. */
  paper: 'a5' | 'thermal-80'
  language: SlipLanguage
  office: { name: string; crest?: Picture }
  number: string
  trackingCode: string
  service: string
  /** What happens next, a sentence each. */
  next: string[]
  /** Where to ask: place, hours, telephone. */
  ask: string[]
  trackUrl: string
  /** ISO 8601. */
  printedAt: string
  timeZone: string
}

/** Large print is 18 point at least, for eyes that read no smaller (WCAG's "large text"). */
const large = 18
const mm = 72 / 25.4
const roll = { width: 80 * mm, margin: 4 * mm }
const a5 = { width: 419.53, margin: 28 }

/** A slip in large print for who has no phone: number, code, what comes next, where to ask. No name and no NIK stands on it. */
export function renderSlip(input: SlipInput): Promise<Uint8Array> {
  const words = slipWords[input.language]
  const { width, margin } = input.paper === 'a5' ? a5 : roll
  return makePdf(
    {
      ...pageOf(input.paper),
      content: slipContent(input, width - 2 * margin),
      defaultStyle: { fontSize: large, lineHeight: 1.1 },
    },
    {
      title: `${words.number} ${input.number}`,
      author: input.office.name,
      subject: input.service,
      language: input.language,
      createdAt: new Date(input.printedAt),
    },
  )
}

function pageOf(paper: SlipInput['paper']): Pick<TDocumentDefinitions, 'pageSize' | 'pageMargins'> {
  if (paper === 'a5') return { pageSize: 'A5', pageMargins: a5.margin }
  return {
    pageSize: { width: roll.width, height: 'auto' },
    pageMargins: [roll.margin, roll.margin, roll.margin, 2 * roll.margin],
  }
}

function slipContent(input: SlipInput, width: number): Content[] {
  const words = slipWords[input.language]
  return [
    ...(input.paper === 'a5' ? sheetHead(input, width) : rollHead(input, width)),
    rule(width),
    ...labelled(words.next, input.next),
    ...labelled(words.ask, input.ask),
    rule(width),
    { text: words.keep, margin: [0, 6, 0, 0] },
    ...(input.paper === 'a5'
      ? []
      : [
          {
            text: `${words.printed} ${dateTime(input.printedAt, input.language, input.timeZone)}`,
            margin: [0, 6, 0, 0] as Margins,
          },
        ]),
  ]
}

/** Crest and name in a line, the QR beside the numbers: what matters is on the first page. */
function sheetHead(input: SlipInput, width: number): Content[] {
  const side = 116
  const name: Column = {
    width: '*',
    stack: [
      { text: plainText(input.office.name), bold: true },
      { text: dateTime(input.printedAt, input.language, input.timeZone) },
    ],
  }
  return [
    { columns: [...crest(input, 40), name], columnGap: 10, margin: [0, 0, 0, 6] },
    rule(width),
    ...labelled(slipWords[input.language].service, [input.service]),
    {
      columns: [
        { width: '*', stack: numbers(input, width - side - 10) },
        { width: side, stack: [qrContent(input.trackUrl, side, { quiet: 2 })] },
      ],
      columnGap: 10,
      margin: [0, 0, 0, 4],
    },
  ]
}

function rollHead(input: SlipInput, width: number): Content[] {
  const side = 150
  const words = slipWords[input.language]
  const centred = (columns: Column[]): Content => ({
    columns: [{ width: '*', text: '' }, ...columns, { width: '*', text: '' }],
  })
  return [
    centred(crest(input, 48)),
    { text: plainText(input.office.name), bold: true, alignment: 'center', margin: [0, 4, 0, 6] },
    rule(width),
    ...labelled(words.service, [input.service]),
    ...numbers(input, width),
    centred([{ width: side, stack: [qrContent(input.trackUrl, side)] }]),
    { text: words.scan, alignment: 'center', margin: [0, 0, 0, 6] },
  ]
}

function crest({ office }: SlipInput, width: number): Column[] {
  return office.crest ? [{ width, stack: [pictureContent(office.crest, [width, width * 1.2], 'office.crest')] }] : []
}

function numbers({ language, number, trackingCode }: SlipInput, width: number): Content[] {
  const words = slipWords[language]
  return [
    { text: words.number, margin: [0, 6, 0, 0] },
    { text: plainText(number), bold: true, fontSize: fitting(number, width, 26) },
    { text: words.code, margin: [0, 6, 0, 0] },
    { text: plainText(trackingCode), bold: true, fontSize: fitting(trackingCode, width, 34), characterSpacing: 1 },
  ]
}

/** A sentence is never torn over two pages. */
function labelled(label: string, lines: readonly string[]): Content[] {
  const [first = '', ...rest] = lines.map(
    (line): Content => ({ text: plainText(line), bold: true, margin: [0, 1, 0, 2] }),
  )
  return [
    { stack: [{ text: label, margin: [0, 6, 0, 0] }, first], unbreakable: true },
    ...rest.map((line) => ({ stack: [line], unbreakable: true })),
  ]
}

/** The largest size, never under large print, at which a number stays on one line: bold figures are some 0.6 em wide. */
function fitting(text: string, width: number, largest: number): number {
  return Math.max(large, Math.min(largest, Math.floor(width / (text.length * 0.64))))
}

function rule(width: number): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1 }], margin: [0, 4, 0, 0] }
}
