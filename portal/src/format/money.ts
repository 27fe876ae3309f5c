import type { Language } from '../i18n/language.ts'

/** `Rp50.000`; the words for nothing to pay are the caller's. */
export function rupiah(amount: number, language: Language): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-ID', {
    style: 'currency',
    currency: 'IDR',
    maximumFractionDigits: 0,
  })
    .format(amount)
    .replace(/\s/g, '\u00a0')
}
