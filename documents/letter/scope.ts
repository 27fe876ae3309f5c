import type { LetterCondition, LetterData, LetterLine } from '../../domain/letter.ts'
import { parseLetterText } from '../../domain/letter-text.ts'
import { unprintable } from '../fonts.ts'
import { type FormatContext, formatValue } from '../format-value.ts'
import { LetterError } from '../letter-error.ts'
import { cleanText } from '../plain-text.ts'

/** Where a text's values come from; inside a repeated group `item` is the row and `group` its path. */
export type Scope = FormatContext & {
  data: LetterData
  /** Pictures by code of the required document. */
  images: Readonly<Record<string, Uint8Array>>
  /** What an inspection took, PNG or JPEG. */
  photos: readonly Uint8Array[]
  item?: { group: string; values: unknown }
}

export type Run = { text: string; bold?: true; italics?: true }

/** What an unanswered optional field shows. Any other value that is missing is an error. */
const unanswered = '–'

/** A template's text with its values, as runs of one face. Throws LetterError. */
export function fill(text: string, scope: Scope): Run[] {
  return parseLetterText(text).map((part) => ({
    text: 'text' in part ? part.text : shown(part.path, part.formats, scope),
    ...(part.bold && { bold: true as const }),
    ...(part.italic && { italics: true as const }),
  }))
}

/** The lines whose conditions hold, filled. */
export function fillLines(lines: readonly LetterLine[], scope: Scope): Run[][] {
  return lines
    .filter((line) => typeof line === 'string' || shows(line.when, scope))
    .map((line) => fill(typeof line === 'string' ? line : line.text, scope))
}

export function shows(condition: LetterCondition | undefined, scope: Scope): boolean {
  if (!condition) return true
  return 'present' in condition
    ? isThere(valueAt(condition.present, scope))
    : !isThere(valueAt(condition.absent, scope))
}

/** The value under a path, undefined where nothing is. Only own properties are looked at. */
export function valueAt(path: string, scope: Scope): unknown {
  const [root = '', name = ''] = path.split('.')
  if (root === 'item') return own(scope.item?.values, name)
  if (root === 'documents') return own(scope.images, name)
  return own(own(scope.data, root), name)
}

function shown(path: string, formats: Parameters<typeof formatValue>[2], scope: Scope): string {
  const value = valueAt(path, scope)
  const place = scope.item ? path.replace(/^item\./, `${scope.item.group}[].`) : path
  if (!isThere(value)) {
    if (place.startsWith('answers.')) return unanswered
    throw new LetterError('missing-value', place, 'is missing, and the letter cannot do without it')
  }
  return printable(formatValue(value, place, formats, scope), place)
}

/** Refuses what the font cannot show, rather than print a box for a name. */
export function printable(text: string, path: string): string {
  const clean = cleanText(text)
  const [first] = unprintable(clean)
  if (first === undefined) return clean
  const point = first.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  throw new LetterError('unprintable', path, `holds the character U+${point}, which letters cannot show`)
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function own(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined
  return Reflect.get(holder, name)
}
