import { unprintable } from './fonts.ts'

/** Composed, on one kind of space, without invisible characters. Line ends stay. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[[\p{Cf}\p{Cc}]--[\n]]/gv, '')
}

/** For papers that bind nobody: what the font cannot show becomes a question mark. Letters refuse it instead. */
export function plainText(text: string): string {
  const clean = cleanText(text)
  const missing = new Set(unprintable(clean))
  return missing.size === 0 ? clean : [...clean].map((character) => (missing.has(character) ? '?' : character)).join('')
}
