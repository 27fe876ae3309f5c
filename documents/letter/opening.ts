import type { Content } from 'pdfmake/interfaces.js'
import type { LetterTemplate } from '../../domain/letter.ts'
import { fieldTable } from './blocks.ts'
import { fill, fillLines, type Scope } from './scope.ts'

/** What stands between the letterhead and the text. */
export function openingContent(template: LetterTemplate, scope: Scope): Content {
  const { opening, title } = template
  if (opening.style === 'correspondence') {
    return {
      stack: [
        { text: fill(opening.date, scope), alignment: 'right', margin: [0, 0, 0, 6] },
        fieldTable(opening.rows, scope, { labelWidth: 62, margin: [0, 0, 0, 16] }),
        { stack: fillLines(opening.recipient, scope).map((text) => ({ text })), margin: [0, 0, 0, 16] },
      ],
    }
  }
  const lines: Content[] = [{ text: title.id.toLocaleUpperCase('id'), bold: true, fontSize: 14 }]
  if (opening.bilingual) lines.push({ text: title.en, italics: true, fontSize: 10.5, color: '#333333' })
  if (opening.number) lines.push({ text: fill(opening.number, scope), margin: [0, 3, 0, 0] })
  return { stack: lines, alignment: 'center', margin: [0, 0, 0, 16] }
}
