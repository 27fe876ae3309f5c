import { choiceLabel, regionTitle } from '../../catalogue/compile/labels.ts'
import type { Regions } from '../../catalogue/regions.ts'
import type { Field } from '../../catalogue/schema/fields.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { Fact } from '../../documents/case-file/index-page.ts'
import { formatValue } from '../../documents/format-value.ts'

type Answers = Record<string, unknown>
export type Page = { title: string; facts: Fact[] }

/** The answers by the form's pages, each under its own label and in words, for reading. */
export function answerFacts(
  definition: ServiceDefinition,
  answers: Answers,
  { regions, timeZone, fileName }: { regions: Regions; timeZone: string; fileName: (id: string) => string },
): Page[] {
  return definition.form.map(({ title, fields }) => ({
    title: title.id,
    facts: fields.flatMap((field) => factsOf(field, answers, '')),
  }))

  function factsOf(field: Field, of: Answers, group: string): Fact[] {
    const value = Object.hasOwn(of, field.name) ? of[field.name] : undefined
    if (value === undefined || value === null || value === '') return []
    if (field.type !== 'group') return [{ name: field.label.id, value: inWords(field, value, group) }]
    const items = Array.isArray(value) ? value : []
    return items.flatMap((item: unknown, index) =>
      field.fields
        .flatMap((inner) => factsOf(inner, isAnswers(item) ? item : {}, `${field.name}[].`))
        .map(({ name, value: text }) => ({ name: `${field.item.id} ${index + 1}: ${name}`, value: text })),
    )
  }

  function inWords(field: Field, value: unknown, group: string): string {
    const path = `${group}${field.name}`
    const lookups = {
      region: (code: string) => regionTitle(regions, code) ?? code,
      choice: (of: string, code: string) => choiceLabel(definition, of, code, 'id') ?? code,
    }
    if (field.type === 'file') return typeof value === 'string' ? fileName(value) : ''
    const formats = {
      date: ['date'],
      money: ['rupiah'],
      choice: ['choice'],
      'multi-choice': ['choice'],
      region: ['region'],
    } as const
    const format = Object.hasOwn(formats, field.type) ? formats[field.type as keyof typeof formats] : []
    return formatValue(value, path, format, { timeZone, lookups })
  }
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null
