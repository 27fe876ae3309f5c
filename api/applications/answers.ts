import type { FormDefinition } from '../../catalogue/compile/form-definition.ts'
import { validateAnswers } from '../../catalogue/compile/validate-answers.ts'
import type { FieldError } from '../errors/problems.ts'
import type { Checks } from './content.ts'

/** Answers as they are to be kept, and every error in both languages under `answers.<field>`. */
export function checkAnswers(
  definition: FormDefinition,
  given: Record<string, unknown>,
  checks: Pick<Checks, 'today' | 'regions'>,
) {
  const inId = validateAnswers(definition, given, 'id', checks)
  if (inId.errors.length === 0) return { answers: inId.answers, errors: [] }
  const inEn = validateAnswers(definition, given, 'en', checks)
  const errors = inId.errors.map(
    ({ field, message, code }, index): FieldError => ({
      field: field === '' ? 'answers' : `answers.${field}`,
      code,
      message: { id: message, en: inEn.errors[index]?.message ?? message },
    }),
  )
  return { answers: inId.answers, errors }
}
