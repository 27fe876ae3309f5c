import type { LetterFormat } from '../domain/letter-text.ts'
import { LetterError } from './letter-error.ts'

/** What codes stand for; undefined where the code is not known. `path` is the field's, `answers.saksi[].hubungan` in a group. */
export type Lookups = {
  region(code: string): string | undefined
  choice(path: string, value: string): string | undefined
}

/** `timeZone` is the office's, an IANA name. */
export type FormatContext = { timeZone: string; lookups: Lookups }

/** A value as the letter shows it. Lists are joined by commas. Throws LetterError. */
export function formatValue(
  value: unknown,
  path: string,
  formats: readonly LetterFormat[],
  context: FormatContext,
): string {
  if (Array.isArray(value)) return value.map((one) => formatValue(one, path, formats, context)).join(', ')
  let shown: unknown = value
  for (const format of formats) shown = formatters[format](shown, path, context)
  return plain(shown, path)
}

type Formatter = (value: unknown, path: string, context: FormatContext) => string

const formatters: Record<LetterFormat, Formatter> = {
  date: (value, path, context) => longDate(value, path, 'id-ID', context),
  'date-en': (value, path, context) => longDate(value, path, 'en-GB', context),
  datetime: (value, path, { timeZone }) => dateTime(value, 'id', timeZone, path),
  rupiah: (value, path) => `Rp${thousands(value, path)}`,
  number: thousands,
  'nik-masked': maskedNik,
  upper: (value, path) => plain(value, path).toLocaleUpperCase('id'),
  region: (value, path, { lookups }) => known(lookups.region(plain(value, path)), path),
  choice: (value, path, { lookups }) => known(lookups.choice(path, plain(value, path)), path),
}

function plain(value: unknown, path: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return value.toLocaleString('id-ID', { useGrouping: false, maximumFractionDigits: 6 })
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  throw new LetterError('bad-value', path, 'is neither text, number nor yes-no')
}

function thousands(value: unknown, path: string): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new LetterError('bad-value', path, 'is not a number')
  return value.toLocaleString('id-ID', { maximumFractionDigits: 6 })
}

/** "22 November 2026". A plain date is that day everywhere; an instant is the office's day. */
function longDate(value: unknown, path: string, locale: Locale, { timeZone }: FormatContext): string {
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return calendar(locale, day ? 'UTC' : timeZone, dayParts).format(instant(value, path))
}

/** "22 November 2026 pukul 13.59 WIB", "22 November 2026 at 13.59 WIB". */
export function dateTime(value: unknown, language: 'id' | 'en', timeZone: string, path = 'date'): string {
  const time = instant(value, path)
  const parts = calendar('id-ID', timeZone, timeParts).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const day = calendar(language === 'id' ? 'id-ID' : 'en-GB', timeZone, dayParts).format(time)
  return `${day} ${language === 'id' ? 'pukul' : 'at'} ${part('hour')}.${part('minute')} ${part('timeZoneName')}`
}

type Locale = 'id-ID' | 'en-GB'
const dayParts = { day: 'numeric', month: 'long', year: 'numeric' } as const
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const

const calendars = new Map<string, Intl.DateTimeFormat>()

/** Intl takes a millisecond to make one, and there are few. */
function calendar(locale: Locale, timeZone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.keys(parts).join()}`
  const known = calendars.get(key) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone })
  calendars.set(key, known)
  return known
}

function instant(value: unknown, path: string): Date {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw new LetterError('bad-value', path, 'is not a date')
  return new Date(time)
}

function maskedNik(value: unknown, path: string): string {
  if (typeof value !== 'string' || !/^\d{16}$/.test(value)) throw new LetterError('bad-value', path, 'is not a NIK')
  return `${value.slice(0, 4)}${'•'.repeat(8)}${value.slice(-4)}`
}

function known(name: string | undefined, path: string): string {
  if (name === undefined) throw new LetterError('bad-value', path, 'holds a code that nobody knows')
  return name
}
