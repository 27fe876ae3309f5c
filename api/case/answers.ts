import { fieldsOfForm, isRecord } from '../../catalogue/compile/conditions.ts'
import type { Field, PlainField } from '../../catalogue/schema/fields.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { maskNik } from './mask.ts'

type Answers = Record<string, unknown>
type Answered = { path: string; field: PlainField; value: string }

/** Text answers with their field, by dotted path (`saksi.0.nik`), in the order of the form. */
export function textAnswers(definition: ServiceDefinition, answers: Answers): Answered[] {
  return walk(fieldsOfForm(definition), answers, '')
}

function walk(fields: readonly Field[], answers: Answers, prefix: string): Answered[] {
  return fields.flatMap((field): Answered[] => {
    const value = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined
    const path = `${prefix}${field.name}`
    if (field.type !== 'group') return typeof value === 'string' ? [{ path, field, value }] : []
    if (!Array.isArray(value)) return []
    return value.flatMap((item: unknown, index) =>
      isRecord(item) ? walk(field.fields, item, `${path}.${index}.`) : [],
    )
  })
}

type FileField = Extract<PlainField, { type: 'file' }>

/** Answers that are uploaded files. */
export function fileAnswers(definition: ServiceDefinition, answers: Answers) {
  return textAnswers(definition, answers).flatMap(({ path, field, value }) =>
    isFileField(field) ? [{ path, field, value }] : [],
  )
}

const isFileField = (field: PlainField): field is FileField => field.type === 'file'

/** Answers that are somebody's NIK, by dotted path. */
export function nikAnswers(definition: ServiceDefinition, answers: Answers): Record<string, string> {
  const found = textAnswers(definition, answers).filter(({ field }) => field.type === 'nik')
  return Object.fromEntries(found.map(({ path, value }) => [path, value]))
}

/** The answers with every NIK masked. */
export function maskAnswers(definition: ServiceDefinition, answers: Answers): Answers {
  return masked(fieldsOfForm(definition), answers)
}

/** Answers to these fields with every NIK masked. */
export function masked(fields: readonly Field[], answers: Answers): Answers {
  const byName = new Map<string, Field>(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const field = byName.get(name)
      if (field?.type === 'nik' && typeof value === 'string') return [name, maskNik(value)]
      if (field?.type !== 'group' || !Array.isArray(value)) return [name, value]
      return [name, value.map((item: unknown) => (isRecord(item) ? masked(field.fields, item) : item))]
    }),
  )
}
