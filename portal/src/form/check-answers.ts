import type { AjvError, CompiledValidator } from './validator.ts'

/** Something to mend at a field; dotted inside groups, `saksi.0.nik`. */
export type FieldError = { field: string; message: string }

/** The keywords that wrap another say nothing that the inner one has not said. */
const wrappers = new Set(['if', 'allOf', 'oneOf'])

/** Everything that the compiled form refuses in `answers`, one error a field. Unknown answers are left to the server. */
export function checkAnswers(
  { default: functions, localize }: CompiledValidator,
  schemaId: string,
  answers: Record<string, unknown>,
): FieldError[] {
  const validate = functions[schemaId]
  if (!validate) throw new Error(`The validator has no function for ${schemaId}`)
  validate(answers)
  const errors = validate.errors ?? []
  validate.errors = null
  localize(errors)
  const first = new Map<string, FieldError>()
  for (const error of errors.toSorted((a, b) => Number(wrappers.has(a.keyword)) - Number(wrappers.has(b.keyword)))) {
    if (error.params.additionalProperty !== undefined || error.params.unevaluatedProperty !== undefined) continue
    const field = fieldOf(error)
    if (field && error.keyword !== 'if' && error.keyword !== 'allOf' && !first.has(field))
      first.set(field, { field, message: error.message ?? '' })
  }
  return [...first.values()]
}

function fieldOf({ instancePath, params }: AjvError): string {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (params.missingProperty !== undefined) path.push(params.missingProperty)
  return path.join('.')
}

/** The field's element on the screen: rjsf's ids. */
export const fieldId = (field: string) => `root_${field.replaceAll('.', '_')}`

/** The top-level field that a dotted path belongs to. */
export const topField = (field: string) => field.split('.', 1)[0] ?? field
