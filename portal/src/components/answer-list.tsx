import type { ReactNode } from 'react'
import { useTimes } from '../app/regency.tsx'
import { fieldsOf, type ReadField } from '../form/read-fields.ts'
import { rupiah } from '../format/money.ts'
import type { Times } from '../format/time.ts'
import type { Language } from '../i18n/language.ts'
import { type Translate, useTexts } from '../i18n/texts.tsx'
import { RegionName } from './region-name.tsx'
import { Rows } from './rows.tsx'

type Props = {
  form: { schema: Record<string, unknown>; uiSchema: Record<string, unknown> }
  /** Top-level fields, in order; all when left out. */
  fields?: string[]
  answers: Record<string, unknown>
}

/** Answers as people read them: names of choices, written-out dates, rupiah. */
export function AnswerList({ form, fields, answers }: Props) {
  const { t, language } = useTexts()
  const times = useTimes()
  const all = fieldsOf(form, answers)
  const shown = fields ? fields.flatMap((name) => all.find((field) => field.name === name) ?? []) : all
  const words = { t, language, times }
  const plain = shown.filter(({ items }) => !items)
  return (
    <>
      {plain.length > 0 && (
        <Rows
          rows={plain.map((field): [string, ReactNode] => [field.title, read(field, answers[field.name], words)])}
        />
      )}
      {shown.map((field) => {
        const value = answers[field.name]
        if (!field.items || !Array.isArray(value)) return null
        return value.map((item: Record<string, unknown> | undefined, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items have no other name
          <div key={`${field.name}${index}`}>
            <h3>{t('form.itemTitle', { item: field.item ?? field.title, number: index + 1 })}</h3>
            <Rows
              rows={fieldsOf(field.items ?? form, item ?? {}).map((inner): [string, ReactNode] => [
                inner.title,
                read(inner, item?.[inner.name], words),
              ])}
            />
          </div>
        ))
      })}
    </>
  )
}

type Words = { t: Translate; language: Language; times: Times }

function read(field: ReadField, value: unknown, { t, language, times }: Words): ReactNode {
  if (value === undefined || value === null || value === '') return undefined
  switch (field.kind) {
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? times.date(`${value}T05:00:00Z`)
        : String(value)
    case 'money':
      return typeof value === 'number' ? rupiah(value, language) : String(value)
    case 'region':
      return <RegionName code={String(value)} />
    case 'yes-no':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'file':
      return t('apply.uploaded')
    case 'multi-choice':
      return Array.isArray(value) ? value.map((one) => field.choices.get(one) ?? String(one)).join(', ') : String(value)
    case 'choice':
      return field.choices.get(value) ?? String(value)
    case 'number':
      return `${typeof value === 'number' ? value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB') : value} ${field.unit ?? ''}`
    default:
      return String(value)
  }
}
