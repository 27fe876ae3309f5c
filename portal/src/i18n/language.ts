export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

const storageKey = 'lontar.language'

/** Indonesian unless this device asked for English before: a phone set to English is no wish for an English office. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Private windows may refuse storage: the language then lasts as long as the page.
  }
}

let spoken: Language = 'id'

/** Sets the language of the page and of what is asked from the API. */
export function speak(language: Language): void {
  spoken = language
  document.documentElement.lang = language
}

/** What the API is told in `Accept-Language`. */
export const spokenLanguage = (): Language => spoken
