import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Regions } from '../regions.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { askedAnswers, isRecord } from './conditions.ts'
import { dateAndRegionErrors } from './dates-and-regions.ts'
import { type ErrorTexts, errorTexts, unknownField, wrongShape } from './error-texts.ts'
import { compileForm } from './form.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'

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
  definition: ServiceDefinition,
  answers: unknown,
  language: Language,
  { today, regions }: { today: string; regions: Regions },
): CheckedAnswers {
  if (!isRecord(answers)) return { answers: {}, errors: [{ field: '', message: wrongShape[language], code: 'type' }] }
  const asked = askedAnswers(definition, answers)
  const { validate, texts } = compiled(definition)
  validate(asked)
  const errors = firstOfEachField([
    ...(validate.errors ?? []).map((error) => explain(error, texts[language], language)),
    ...dateAndRegionErrors(definition, asked, language, { today, regions }),
  ])
  return { answers: asked, errors }
}

type Compiled = { validate: ValidateFunction; texts: Record<Language, ErrorTexts> }
const cache = new WeakMap<ServiceDefinition, Compiled>()

function compiled(definition: ServiceDefinition): Compiled {
  const known = cache.get(definition)
  if (known) return known
  const ajv = new Ajv2020({
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
  const extra = nameIn(error.params, 'additionalProperty') ?? nameIn(error.params, 'unevaluatedProperty')
  if (extra !== undefined) {
    return { field: [...at, extra].join('.'), message: `${unknownField[language]}: ${extra}`, code: 'unknown' }
  }
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

/** The keywords that wrap another say nothing that the inner one has not said. */
const wrappers = new Set(['if', 'allOf'])

function firstOfEachField(errors: AnswerError[]): AnswerError[] {
  const first = new Map<string, AnswerError>()
  for (const error of errors) {
    if (!wrappers.has(error.code) && !first.has(error.field)) first.set(error.field, error)
  }
  return [...first.values()]
}
