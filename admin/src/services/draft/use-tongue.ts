import { useMemo } from 'react'
import { useTranslate } from 'react-admin'
import { budgetWords } from '../../clock/words.ts'
import { useFormats, useLang, useWords } from '../../i18n/hooks.ts'
import { sizeWords } from '../../i18n/size.ts'
import type { Tongue } from './telling.ts'

/** How this screen tells places and values of a definition. */
export function useTongue(): Tongue {
  const translate = useTranslate()
  const lang = useLang()
  const clock = useWords('clock')
  const { rupiah, plainDate, number } = useFormats()
  return useMemo(
    () => ({
      lang,
      word: (area, key, fallback) => translate(`lontar.${area}.${key}`, { _: fallback }),
      budget: (budget) => budgetWords(budget, clock),
      rupiah,
      plainDate,
      size: (bytes) => sizeWords(bytes, number),
    }),
    [translate, lang, clock, rupiah, plainDate, number],
  )
}
