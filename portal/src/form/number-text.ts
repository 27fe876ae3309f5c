import type { Language } from '../i18n/language.ts'

/** The number someone wrote (`1.500,5` in Indonesian, `1,500.5` in English); the text itself where it is none; undefined for nothing. */
export function readNumber(text: string, language: Language): number | string | undefined {
  const trimmed = text.trim().replace(/^Rp\s*/i, '')
  if (!trimmed) return undefined
  const [thousands, decimal] = language === 'id' ? ['.', ','] : [',', '.']
  const plain = trimmed.replaceAll(thousands, '').replaceAll(' ', '').replace(decimal, '.')
  const value = Number(plain)
  return Number.isFinite(value) ? value : trimmed
}

export function writeNumber(value: unknown, language: Language): string {
  if (typeof value === 'number')
    return value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 6 })
  return typeof value === 'string' ? value : ''
}
