import type { RJSFSchema, ValidatorType } from '@rjsf/utils'
import { schemaHolds } from './schema-holds.ts'

/** A form's compiled validator, as the catalogue serves it: functions by schema id, and the office's own words for errors. */
export type CompiledValidator = {
  default: Record<string, ValidateFunction>
  localize: (errors: AjvError[] | null | undefined) => void
}

export type AjvError = {
  instancePath: string
  keyword: string
  params: { missingProperty?: string; additionalProperty?: string; unevaluatedProperty?: string }
  message?: string
}

type ValidateFunction = ((data: unknown) => boolean) & { errors?: AjvError[] | null }

const loaded = new Map<string, Promise<CompiledValidator>>()

/** Fetches a form's validator, an ES module of the same site (no eval). A failed attempt is forgotten. */
export function loadValidator(address: string): Promise<CompiledValidator> {
  const known = loaded.get(address)
  if (known) return known
  const coming = (import(/* @vite-ignore */ address) as Promise<CompiledValidator>).catch((error) => {
    loaded.delete(address)
    throw error
  })
  loaded.set(address, coming)
  return coming
}

/**
 * What rjsf asks while it draws: only whether a condition holds. Errors are found by `checkAnswers` and given to the fields
 * by the screen, so the validating half has nothing to say.
 */
export const drawingValidator: ValidatorType = {
  isValid: (schema: RJSFSchema, formData: unknown) =>
    schemaHolds(schema as Parameters<typeof schemaHolds>[0], formData),
  rawValidation: () => ({ errors: [] }),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
}
