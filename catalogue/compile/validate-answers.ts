import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Regions } from '../regions.ts'
import { askedAnswers, fieldsOfForm, isRecord } from './conditions.ts'
import { dateAndRegionErrors } from './dates-and-regions.ts'
import { type ErrorTexts, errorTexts, unknownField, wrongShape } from './error-texts.ts'
import { compileForm } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'
import { unknownFields } from './unknown-fields.ts'

/** `field` is dotted inside groups, `saksi.0.nik`; `code` is the schema's keyword or `unknown`, `bounds`, `region`. */
export type AnswerError = { field: string; message: string; code: string }

export type CheckedAnswers = {
  /** What is to be kept: answers to fields that are not asked for are left out. */
  answers: Record<string, unknown>
  /** One error a field, in the order of the form; empty when all is well. */
  errors: AnswerError[]
}

/**
 * Checks what a citizen answered. Answers to fields whose condition fails are dropped (a changed mind leaves them behind);
 * names that are no field of the form are refused. `today` is the office's local date, `2026-11-22`.
 */
export function validateAnswers(
  definition: FormDefinition,
  answers: unknown,
  language: Language,
  { today, regions }: { today: string; regions: Regions },
): CheckedAnswers {
  if (!isRecord(answers)) return { answers: {}, errors: [{ field: '', message: wrongShape[language], code: 'type' }] }
  const asked = askedAnswers(definition, answers)
  const { validate, texts } = compiled(definition)
  validate(asked)
  const errors = firstOfEachField(definition, [
    ...(validate.errors ?? []).map((error) => explain(error, texts[language], language)),
    ...unknownFields(fieldsOfForm(definition), asked).map((field) => unknownError(field, language)),
    ...dateAndRegionErrors(definition, asked, language, { today, regions }),
  ])
  return { answers: asked, errors }
}

type Compiled = { validate: ValidateFunction; texts: Record<Language, ErrorTexts> }
const cache = new WeakMap<FormDefinition, Compiled>()

function compiled(definition: FormDefinition): Compiled {
  const known = cache.get(definition)
  if (known) return known
  const ajv = new Ajv2020({
    // The schema is ours, and a test holds it to the standard; checking it here would take five times as long.
    validateSchema: false,
    allErrors: true,
    strict: true,
    strictRequired: false,
    multipleOfPrecision: 8,
    formats: { ...formats },
  })
  const made = {
    validate: ajv.compile(compileForm(definition, 'id').schema),
    texts: { id: errorTexts(definition, 'id'), en: errorTexts(definition, 'en') },
  }
  cache.set(definition, made)
  return made
}

function explain(error: ErrorObject, texts: ErrorTexts, language: Language): AnswerError {
  const at = error.instancePath.split('/').slice(1).map(unescapePointer)
  const missing = nameIn(error.params, 'missingProperty')
  const path = missing === undefined ? at : [...at, missing]
  const own = texts[path.filter((part) => !/^\d+$/.test(part)).join('.')]
  return {
    field: path.join('.'),
    message: own?.[error.keyword] ?? own?.type ?? wrongShape[language],
    code: error.keyword,
  }
}

function nameIn(params: Record<string, unknown>, key: string): string | undefined {
  const value = params[key]
  return typeof value === 'string' ? value : undefined
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

function unknownError(field: string, language: Language): AnswerError {
  return { field, message: `${unknownField[language]}: ${field.split('.').at(-1)}`, code: 'unknown' }
}

/** Keywords that wrap another say nothing that the inner one has not said; unknown names are told apart. */
const passedOver = new Set(['if', 'allOf', 'additionalProperties', 'unevaluatedProperties'])

function firstOfEachField(definition: FormDefinition, errors: AnswerError[]): AnswerError[] {
  const first = new Map<string, AnswerError>()
  for (const error of errors) {
    if (!passedOver.has(error.code) && !first.has(error.field)) first.set(error.field, error)
  }
  const order = fieldsOfForm(definition).map(({ name }) => name)
  const place = ({ field }: AnswerError) => {
    const at = order.indexOf(field.split('.')[0] ?? '')
    return at < 0 ? order.length : at
  }
  return [...first.values()].sort((a, b) => place(a) - place(b))
}
