import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import type { I18nProvider } from 'react-admin'
import { lontarMessages } from './lontar-messages.ts'
import indonesianMessages from './react-admin-id.ts'

const english = {
  ...englishMessages,
  ra: {
    ...englishMessages.ra,
    navigation: {
      ...englishMessages.ra.navigation,
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd} of more than 1,000',
    },
  },
}

export const messagesOf = (locale: string) =>
  locale === 'en' ? { ...english, ...lontarMessages('en') } : { ...indonesianMessages, ...lontarMessages('id') }

const locales = [
  { locale: 'id', name: 'Bahasa Indonesia' },
  { locale: 'en', name: 'English' },
]

/** Indonesian first. The page's `lang` follows, and with it the language that the API is asked in. */
export function makeI18nProvider(onChange: (locale: string) => void): I18nProvider {
  const provider = polyglotI18nProvider(messagesOf, 'id', locales, { allowMissing: false })
  onChange('id')
  return {
    ...provider,
    changeLocale: async (locale, options) => {
      await provider.changeLocale(locale, options)
      onChange(locale)
    },
  }
}
