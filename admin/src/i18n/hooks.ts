import { useCallback, useMemo } from 'react'
import { useLocale, useTranslate } from 'react-admin'
import type { LocalText } from '../../../contracts/common.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { formatsFor, type Locale } from './format.ts'

export const useLang = (): Locale => (useLocale() === 'en' ? 'en' : 'id')

/** Texts of the catalogue in the screen's language. */
export function useLocalText(): (text: LocalText) => string {
  const lang = useLang()
  return useCallback((text) => text[lang], [lang])
}

export function useFormats() {
  const lang = useLang()
  const { utcOffsetMinutes, timeZoneName } = useRegency()
  return useMemo(() => formatsFor(lang, { utcOffsetMinutes, timeZoneName }), [lang, utcOffsetMinutes, timeZoneName])
}

/** Our own messages: `useWords('tasks')('claim')` is `lontar.tasks.claim`. */
export function useWords(area: string) {
  const translate = useTranslate()
  return useMemo(
    () => (key: string, options?: Record<string, unknown>) => translate(`lontar.${area}.${key}`, options),
    [translate, area],
  )
}
