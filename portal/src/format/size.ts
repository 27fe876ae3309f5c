import type { Language } from '../i18n/language.ts'

/** `340 KB`, `1,2 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale)}\u00a0KB`
  return `${(bytes / 1024 / 1024).toLocaleString(locale, { maximumFractionDigits: 1 })}\u00a0MB`
}
