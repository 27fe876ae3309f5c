import Polyglot from 'node-polyglot'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { LocalText } from '../../../contracts/common.ts'
import { id } from './id/index.ts'
import type { TextKey } from './keys.ts'
import { type Language, rememberedLanguage, rememberLanguage, speak } from './language.ts'

type Variables = Record<string, string | number> | number

export type Translate = (key: TextKey, variables?: Variables) => string

type Texts = {
  language: Language
  setLanguage: (language: Language) => void
  t: Translate
  /** The asked language of a text that the regency wrote in both. */
  local: (text: LocalText) => string
}

const TextsContext = createContext<Texts | null>(null)

type Shown = { language: Language; polyglot: Polyglot }

const indonesian: Shown = { language: 'id', polyglot: new Polyglot({ locale: 'id', phrases: id }) }

/** Indonesian is in the first load; English is fetched when someone asks for it, and stays away when it cannot be had. */
async function load(language: Language): Promise<Shown> {
  if (language === 'id') return indonesian
  try {
    const { en } = await import('./en/index.ts')
    return { language, polyglot: new Polyglot({ locale: 'en', phrases: en }) }
  } catch {
    return indonesian
  }
}

export function TextsProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(rememberedLanguage)
  const [shown, setShown] = useState<Shown | null>(wanted === 'id' ? indonesian : null)

  useEffect(() => {
    let latest = true
    load(wanted).then((loaded) => {
      if (!latest) return
      speak(loaded.language)
      setShown(loaded)
    })
    return () => {
      latest = false
    }
  }, [wanted])

  const texts = useMemo<Texts | null>(
    () =>
      shown && {
        language: shown.language,
        setLanguage: (language) => {
          rememberLanguage(language)
          setWanted(language)
        },
        t: (key, variables) => shown.polyglot.t(key, variables),
        local: (text) => text[shown.language],
      },
    [shown],
  )
  return texts && <TextsContext value={texts}>{children}</TextsContext>
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('useTexts outside TextsProvider')
  return texts
}
