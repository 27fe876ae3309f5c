import type { Translate } from '../i18n/texts.tsx'
import type { FieldError } from './check-answers.ts'
import type { FieldOptions } from './kind.ts'

/** What a schema cannot know: what day it is. Looks at top-level dates and those of groups. */
export function dateErrors(
  uiSchema: Record<string, unknown>,
  answers: Record<string, unknown>,
  t: Translate,
  today = localToday(),
): FieldError[] {
  const errors: FieldError[] = []
  const look = (ui: Record<string, unknown>, given: Record<string, unknown>, path: string) => {
    for (const [name, value] of Object.entries(given)) {
      const own = ui[name]
      if (!isRecord(own)) continue
      if (Array.isArray(value) && isRecord(own.items)) {
        const items = own.items
        for (const [index, item] of value.entries()) if (isRecord(item)) look(items, item, `${path}${name}.${index}.`)
      } else if (typeof value === 'string') {
        const message = refused(value, (own['ui:options'] ?? {}) as FieldOptions, today, t)
        if (message) errors.push({ field: `${path}${name}`, message })
      }
    }
  }
  look(uiSchema, answers, '')
  return errors
}

function refused(
  date: string,
  { kind, notBefore, notAfter }: FieldOptions,
  today: string,
  t: Translate,
): string | null {
  if (kind !== 'date') return null
  if (!exists(date)) return t('form.dateWrong')
  if (notAfter && date > (notAfter === 'today' ? today : notAfter)) return t('form.dateTooLate')
  if (notBefore && date < (notBefore === 'today' ? today : notBefore)) return t('form.dateTooEarly')
  return null
}

function exists(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

/** The day on this device's own calendar. */
export function localToday(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
