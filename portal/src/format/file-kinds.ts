import type { Language } from '../i18n/language.ts'

const names: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
}

/** `PDF, JPG, atau PNG` */
export function fileKinds(types: string[], language: Language): string {
  const kinds = types.map((type) => names[type] ?? type)
  return new Intl.ListFormat(language === 'id' ? 'id-ID' : 'en-GB', { type: 'disjunction' }).format(kinds)
}
