import type { Content } from 'pdfmake/interfaces.js'
import type { LetterBlock, LetterData, LetterTemplate } from '../domain/letter.ts'
import type { Lookups } from './format-value.ts'
import { blockContent, type TextBlock } from './letter/blocks.ts'
import { openingContent } from './letter/opening.ts'
import { bottomMargin, margin, pageFoot, runningHead, textWidth, warning } from './letter/page.ts'
import { fillLines, type Scope, shows } from './letter/scope.ts'
import { signatureContent, type Verification } from './letter/signature-block.ts'
import { type Letterhead, letterheadContent } from './letterhead.ts'
import { makePdf } from './pdf.ts'

export type LetterInput = {
  template: LetterTemplate
  letterhead: Letterhead
  data: LetterData
  verification: Verification
  /** Across every page and in its footer, for documents that bind nobody. */
  watermark?: string
  /** The footer's words on electronic signatures; the pack's. */
  legalNotes: string[]
  /** The office's, IANA. */
  timeZone: string
  lookups: Lookups
  /** Pictures by code of the required document, PNG or JPEG; what a template's `photo` shows. */
  images?: Readonly<Record<string, Uint8Array>>
  /** Pictures of an inspection, PNG or JPEG. */
  photos?: readonly Uint8Array[]
}

/** How close the text is set: office letters are 11 point, and never under 10.5. */
const settings = { normal: { fontSize: 11, lineHeight: 1.12 }, tight: { fontSize: 10.5, lineHeight: 1.05 } } as const

/**
 * A letter as an unsigned PDF. Deterministic: the creation date is the document's date, so the same input gives the same
 * bytes. A letter of several pages is set tighter where that saves one, rather than carry two lines to a page of their own.
 * Throws LetterError where the data does not carry the letter, LetterTextError on a malformed template.
 */
export async function renderLetter(input: LetterInput): Promise<Uint8Array> {
  const normal = await set(input, 'normal')
  if (normal.pages === 1) return normal.pdf
  const tight = await set(input, 'tight')
  return tight.pages < normal.pages ? tight.pdf : normal.pdf
}

async function set(input: LetterInput, setting: keyof typeof settings): Promise<{ pdf: Uint8Array; pages: number }> {
  const { template, data, watermark, legalNotes } = input
  const { timeZone, lookups, images = {}, photos = [] } = input
  const scope: Scope = { data, images, photos, timeZone, lookups }
  const foot = pageFoot(legalNotes, watermark)
  let pages = 0
  const pdf = await makePdf(
    {
      pageSize: template.paper,
      pageMargins: [margin.left, margin.top, margin.right, bottomMargin(legalNotes)],
      content: [
        letterheadContent(input.letterhead, textWidth),
        openingContent(template, scope),
        ...bodyContent(template.blocks, scope, input.verification),
        ...footnotes(template, scope),
      ],
      header: runningHead(template.title.id, data.document.number),
      footer: (page, count, size) => {
        pages = count
        return foot(page, count, size)
      },
      ...(watermark && { watermark: { text: watermark, color: warning, opacity: 0.09, bold: true, fontSize: 58 } }),
      defaultStyle: settings[setting],
    },
    {
      title: `${template.title.id} ${data.document.number}`,
      author: data.agency.name,
      subject: data.service.name,
      language: 'id',
      createdAt: new Date(data.document.date),
    },
  )
  return { pdf, pages }
}

/**
 * The last paragraph, unless it is half a page itself, stays with the signature: a signature alone on a page could be put
 * under any text.
 */
function bodyContent(blocks: readonly LetterBlock[], scope: Scope, verification: Verification): Content[] {
  const content: Content[] = []
  let before: TextBlock | undefined
  for (const block of blocks.filter((one) => shows(one.when, scope))) {
    if (block.kind !== 'signature') {
      content.push(blockContent(block, scope))
      before = block
      continue
    }
    const signature = signatureContent(block, scope, verification)
    const last = before?.kind === 'paragraph' && before.text.length < 1200 ? content.pop() : undefined
    content.push(last ? { stack: [last, signature], unbreakable: true } : signature)
    before = undefined
  }
  return content
}

function footnotes(template: LetterTemplate, scope: Scope): Content[] {
  const lines = fillLines(template.footnotes ?? [], scope)
  if (lines.length === 0) return []
  return [{ stack: lines.map((text) => ({ text })), fontSize: 8.5, color: '#333333', margin: [0, 10, 0, 0] }]
}
