import type { z } from 'zod'
import { fieldErrors } from '../errors/field-errors.ts'
import { invalidFields } from '../errors/problems.ts'

/**
 * The value as the contract says, or a 400 problem that names every wrong field in plain words.
 * A missing body is parsed as an empty object, so that its fields are what is missing.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value ?? {}, { reportInput: true })
  if (result.success) return result.data
  throw invalidFields(fieldErrors(result.error))
}
