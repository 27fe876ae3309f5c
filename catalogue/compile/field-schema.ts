import type { Field, GroupField, PlainField } from '../schema/fields.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Language } from './language.ts'
import { objectSchema } from './object-schema.ts'

/** Defaults where a definition names no length or bound. */
const defaults = { text: 200, longtext: 2000, email: 200, money: 1_000_000_000_000 } as const

const regionPatterns = {
  province: '\\d{2}',
  regency: '\\d{2}\\.\\d{2}',
  district: '\\d{2}\\.\\d{2}\\.\\d{2}',
  village: '\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}',
} as const

/** What an answer to `field` has to be, with the title and hint of the language. */
export function fieldSchema(field: Field, language: Language): JsonSchema {
  return {
    title: field.label[language],
    ...(field.hint && { description: field.hint[language] }),
    ...(field.type === 'group' ? groupSchema(field, language) : answerSchema(field, language)),
  }
}

function answerSchema(field: PlainField, language: Language): JsonSchema {
  switch (field.type) {
    case 'text':
      return {
        type: 'string',
        minLength: field.minLength ?? 1,
        maxLength: field.maxLength ?? defaults.text,
        pattern: field.pattern ? `^(?:${field.pattern.expression})$` : '\\S',
      }
    case 'longtext':
      return {
        type: 'string',
        minLength: field.minLength ?? 1,
        maxLength: field.maxLength ?? defaults.longtext,
        pattern: '\\S',
      }
    case 'nik':
    case 'phone':
    case 'date':
    case 'file':
      return { type: 'string', format: field.type }
    case 'email':
      return { type: 'string', format: 'email', maxLength: defaults.email }
    case 'number':
      return {
        ...(field.decimals ? { type: 'number', multipleOf: 10 ** -field.decimals } : { type: 'integer' }),
        ...(field.minimum !== undefined && { minimum: field.minimum }),
        ...(field.maximum !== undefined && { maximum: field.maximum }),
      }
    case 'money':
      return { type: 'integer', minimum: field.minimum ?? 0, maximum: field.maximum ?? defaults.money }
    case 'choice':
      return { type: 'string', oneOf: choicesSchema(field.choices, language) }
    case 'multi-choice':
      return {
        type: 'array',
        uniqueItems: true,
        minItems: field.min ?? (field.optional ? 0 : 1),
        maxItems: field.max ?? field.choices.length,
        items: { type: 'string', oneOf: choicesSchema(field.choices, language) },
      }
    case 'yes-no':
      return field.mustBe ? { type: 'boolean', const: true } : { type: 'boolean', oneOf: yesNo[language] }
    case 'region':
      return { type: 'string', pattern: regionPattern(field) }
  }
}

const yesNo: Record<Language, JsonSchema[]> = {
  id: [
    { const: true, title: 'Ya' },
    { const: false, title: 'Tidak' },
  ],
  en: [
    { const: true, title: 'Yes' },
    { const: false, title: 'No' },
  ],
}

function choicesSchema(
  choices: Extract<PlainField, { choices: unknown }>['choices'],
  language: Language,
): JsonSchema[] {
  return choices.map(({ value, label }) => ({ const: value, title: label[language] }))
}

function regionPattern({ level, within }: Extract<PlainField, { type: 'region' }>): string {
  if (!within) return `^${regionPatterns[level]}$`
  const rest = regionPatterns[level].split('\\.').slice(within.split('.').length)
  return `^${[...within.split('.'), ...rest].join('\\.')}$`
}

function groupSchema(group: GroupField, language: Language): JsonSchema {
  return {
    type: 'array',
    minItems: group.min,
    maxItems: group.max,
    items: { title: group.item[language], ...objectSchema(group.fields, {}, (field) => fieldSchema(field, language)) },
  }
}
