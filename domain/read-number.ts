import { type NumberingToken, parseNumberingPattern } from './numbering.ts'

/** What a number written by a pattern says; parts the pattern does not show are absent. `month` from 1. */
export type ReadNumber = {
  sequence: number
  year?: number
  month?: number
  day?: number
  classification?: string
  agency?: string
  village?: string
  service?: string
}

const roman: readonly string[] = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 * Reads a number that was written by `pattern`, by hand perhaps: zeros in front of the sequence may be missing, blanks
 * around it are left out. null where it was written otherwise. Throws NumberingError for a malformed pattern.
 */
export function readNumber(pattern: string, text: string): ReadNumber | null {
  const tokens = parseNumberingPattern(pattern)
  const expression = new RegExp(`^${tokens.map(expressionOf).join('')}$`)
  const found = expression.exec(text.trim())
  if (!found) return null
  const read: ReadNumber = { sequence: 0 }
  for (const [index, token] of tokens.entries()) take(read, token, found[index + 1] ?? '')
  return read.sequence > 0 && isDate(read) ? read : null
}

/** One group a token, so that a token is found again under its place. */
function expressionOf(token: NumberingToken): string {
  switch (token.kind) {
    case 'literal':
      return `(${token.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`
    case 'seq':
      return '(\\d{1,9})'
    case 'year':
      return `(\\d{${token.digits}})`
    case 'month':
      return token.style === 'roman' ? `(${[...roman].reverse().join('|')})` : '(\\d{1,2})'
    case 'day':
      return '(\\d{1,2})'
    case 'village':
      return '(\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4})'
    default:
      return '(.+?)'
  }
}

function take(read: ReadNumber, token: NumberingToken, text: string): void {
  switch (token.kind) {
    case 'literal':
      return
    case 'seq':
      read.sequence = Number(text)
      return
    case 'year':
      read.year = token.digits === 4 ? Number(text) : 2000 + Number(text)
      return
    case 'month':
      read.month = token.style === 'roman' ? roman.indexOf(text) + 1 : Number(text)
      return
    case 'day':
      read.day = Number(text)
      return
    default:
      read[token.kind] = text
  }
}

function isDate({ month = 1, day = 1 }: ReadNumber): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
