import type { LocalText } from '../../../../contracts/common.ts'
import { entryName, isObject, type Place, valueAt } from './place.ts'

/** What telling needs of the screen: words, and how dates, money and sizes are written. */
export type Tongue = {
  lang: 'id' | 'en'
  /** A word of an area, or the fallback where there is none. */
  word: (area: 'places' | 'terms' | 'services', key: string, fallback: string) => string
  budget: (budget: { unit: string; amount: number }) => string
  rupiah: (amount: number) => string
  size: (bytes: number) => string
  plainDate: (day: string) => string
}

const isLocal = (value: unknown): value is LocalText =>
  isObject(value) && typeof value.id === 'string' && typeof value.en === 'string'

/** `Formulir › STR › Nomor STR › Petunjuk (Inggris)`; entries are looked for in the first definition that has them. */
export function placeWords(place: Place, definitions: readonly unknown[], tongue: Tongue): string {
  const parts: string[] = []
  place.forEach((step, at) => {
    const isText = step === 'id' || step === 'en'
    if (isText && at === place.length - 1 && parts.length > 0) {
      parts.push(`${parts.pop()} (${tongue.word('places', `language.${step}`, step)})`)
    } else if (typeof step !== 'string') {
      const here = place.slice(0, at + 1)
      const entry = definitions.map((each) => valueAt(each, here)).find((each) => each !== undefined)
      parts.push(entryWords(entry, step.entry, tongue))
    } else if (step !== 'fields' || at === place.length - 1) {
      parts.push(tongue.word('places', `key.${step}`, step))
    }
  })
  return parts.join(' › ')
}

/** What an entry of a list is called by people. */
export function entryWords(entry: unknown, fallback: string, { lang, word }: Tongue): string {
  if (!isObject(entry)) return fallback.startsWith('#') ? String(Number(fallback.slice(1)) + 1) : fallback
  if (typeof entry.percent === 'number') return `${entry.percent} %`
  const text = [entry.title, entry.label, entry.name].find(isLocal)
  if (text?.[lang]) return text[lang]
  const code = entryName(entry) ?? fallback
  return code || word('places', 'unnamed', 'unnamed')
}

/** A value in plain words, by the place it stands at; null for what is not there. */
export function valueWords(value: unknown, place: Place, definition: unknown, tongue: Tongue): string | null {
  if (value === undefined || value === null) return null
  const { lang, word } = tongue
  const key = place.findLast((step) => typeof step === 'string')
  if (typeof value === 'boolean') return word('places', value ? 'yes' : 'no', String(value))
  if (typeof value === 'number') return numberWords(value, String(key), place, tongue)
  if (typeof value === 'string') return textWords(value, String(key), definition, tongue)
  if (isLocal(value)) return value[lang]
  if (Array.isArray(value)) {
    const parts = value.map((each) => valueWords(each, place, definition, tongue) ?? '')
    return parts.length > 0 ? parts.join(', ') : word('places', 'nothing', '–')
  }
  if (!isObject(value)) return String(value)
  if (key === 'budget') return tongue.budget(value as { unit: string; amount: number })
  if (key === 'desk') return [value.role, value.agency].flatMap((each) => textOf(each, definition, tongue)).join(', ')
  if (typeof value.kind === 'string' && place.includes('actions')) return actionWords(value, definition, tongue)
  if (Array.isArray(value.actions))
    return `${value.percent} %: ${value.actions.map((each) => (isObject(each) ? actionWords(each, definition, tongue) : '')).join(', ')}`
  const called = entryWords(value, '', tongue)
  if (place.includes('fees') && typeof value.amount === 'number') return `${called}, ${tongue.rupiah(value.amount)}`
  return [value.title, value.label, value.name].some((each) => each !== undefined) ? called : JSON.stringify(value)
}

function numberWords(value: number, key: string, place: Place, { rupiah, size }: Tongue): string {
  if (key === 'amount' && place[0] === 'fees') return rupiah(value)
  if (key === 'maxBytes') return size(value)
  return key === 'percent' ? `${value} %` : String(value)
}

const textOf = (value: unknown, definition: unknown, tongue: Tongue) =>
  typeof value === 'string' ? [textWords(value, 'role', definition, tongue)] : []

/** A code as people call it: a source by its document, a role, a channel, a decision, a day. */
function textWords(value: string, key: string, definition: unknown, { word, plainDate }: Tongue): string {
  if (key === 'source' || key === 'basis' || key === 'legalBasis') {
    const source = valueAt(definition, ['sources', value])
    if (isObject(source)) return [source.document, source.article].filter(Boolean).join(', ')
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return plainDate(value)
  const areas = { role: 'role', channels: 'channel', decisions: 'decision', issuer: 'issuer' } as const
  if (key in areas) return word('terms', `${areas[key as keyof typeof areas]}.${value}`, value)
  if (key === 'type') return word('services', `kind.${value}`, value)
  return word('places', `value.${value}`, value)
}

function actionWords(action: Record<string, unknown>, definition: unknown, tongue: Tongue): string {
  const told = tongue.word('places', `action.${action.kind}`, String(action.kind))
  if (typeof action.role === 'string') return `${told} ${tongue.word('terms', `role.${action.role}`, action.role)}`
  return typeof action.basis === 'string' ? `${told} (${textWords(action.basis, 'basis', definition, tongue)})` : told
}
