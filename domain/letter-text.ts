/**
 * The small language of a letter's texts: `{{answers.nama}}`, `{{document.date | date}}`, `{{answers.desa | region | upper}}`,
 * `**bold**` and `__italic__`. Marks are read in the template alone; what a citizen wrote is never read as one.
 */

/** date: "22 November 2026" · date-en: the same with English months · datetime: with the office's clock, "… pukul 13.59 WIB" ·
 * rupiah: "Rp1.000.000" · number: "1.000" · nik-masked: "3510••••••••0001" · upper · region: a region code's name ·
 * choice: the label of the form's choice. */
export const letterFormats = [
  'date',
  'date-en',
  'datetime',
  'rupiah',
  'number',
  'nik-masked',
  'upper',
  'region',
  'choice',
] as const
export type LetterFormat = (typeof letterFormats)[number]

type Face = { bold: boolean; italic: boolean }
export type TextPart = Face & ({ text: string } | { path: string; formats: LetterFormat[] })

export class LetterTextError extends Error {
  override readonly name = 'LetterTextError'
}

const pieces = /\{\{([^{}]*)\}\}|\*\*|__|\{\{|\}\}/g
const path = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9-]*)+$/

/** The parts of a text, in order. Throws LetterTextError that names the bad placeholder, format or unclosed mark. */
export function parseLetterText(text: string): TextPart[] {
  const parts: TextPart[] = []
  const face: Face = { bold: false, italic: false }
  let from = 0
  const plain = (until: number) => {
    if (until > from) parts.push({ ...face, text: text.slice(from, until) })
  }
  for (const match of text.matchAll(pieces)) {
    plain(match.index)
    from = match.index + match[0].length
    if (match[0] === '**') face.bold = !face.bold
    else if (match[0] === '__') face.italic = !face.italic
    else if (match[1] === undefined) throw new LetterTextError(`"${match[0]}" stands alone in "${text}"`)
    else parts.push({ ...face, ...parsePlaceholder(match[1], text) })
  }
  plain(text.length)
  if (face.bold || face.italic) throw new LetterTextError(`"${face.bold ? '**' : '__'}" is not closed in "${text}"`)
  return parts
}

/** Paths of the placeholders in a text, in order, repeated where they are. */
export function pathsIn(text: string): string[] {
  return parseLetterText(text).flatMap((part) => ('path' in part ? [part.path] : []))
}

function parsePlaceholder(inner: string, text: string): { path: string; formats: LetterFormat[] } {
  const [name = '', ...formats] = inner.split('|').map((word) => word.trim())
  if (!path.test(name)) throw new LetterTextError(`"{{${inner}}}" in "${text}" does not name a value`)
  return { path: name, formats: formats.map((word) => asFormat(word, inner)) }
}

function asFormat(word: string, inner: string): LetterFormat {
  const format = letterFormats.find((known) => known === word)
  if (format) return format
  throw new LetterTextError(`"${word}" in "{{${inner}}}" is no format; there are ${letterFormats.join(', ')}`)
}
