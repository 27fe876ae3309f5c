import type { Condition } from '../../domain/conditions.ts'
import type { Field } from '../schema/fields.ts'
import { conditionSchema } from './condition-schema.ts'
import { conditionOf } from './conditions.ts'
import type { JsonSchema } from './json-schema.ts'

/**
 * An object with a property a field. A field with a condition exists only inside `then`: where the condition fails nobody
 * may answer it, and rjsf, which merges `then` into the form, does not draw it.
 */
export function objectSchema<F extends Field>(
  fields: readonly F[],
  conditions: Readonly<Record<string, Condition>>,
  schemaOf: (field: F) => JsonSchema,
): JsonSchema {
  const part = (some: readonly F[]): JsonSchema => ({
    properties: Object.fromEntries(some.map((field) => [field.name, schemaOf(field)])),
    required: some.filter(isRequired).map(({ name }) => name),
  })
  const branches = branchesOf(fields)
  if (branches.length === 0) return { type: 'object', ...part(fields), additionalProperties: false }
  return {
    type: 'object',
    ...part(fields.filter(({ when }) => !when)),
    allOf: branches.map((some) => ({
      if: conditionSchema(requiredCondition(some[0], conditions)),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: part(some),
    })),
    unevaluatedProperties: false,
  }
}

/** Optional answers may be left out; a list that may be empty too. */
export function isRequired(field: Field): boolean {
  return !field.optional && !(field.type === 'group' && field.min === 0)
}

/** Conditional fields, those of one condition together, in the order of the form. */
function branchesOf<F extends Field>(fields: readonly F[]): [F, ...F[]][] {
  const branches = new Map<string, [F, ...F[]]>()
  for (const field of fields) {
    if (!field.when) continue
    const key = JSON.stringify(field.when)
    const branch = branches.get(key)
    if (branch) branch.push(field)
    else branches.set(key, [field])
  }
  return [...branches.values()]
}

function requiredCondition(field: Field, conditions: Readonly<Record<string, Condition>>): Condition {
  const condition = conditionOf(field, conditions)
  if (!condition)
    throw new RangeError(`field ${field.name} depends on ${JSON.stringify(field.when)}, which is no condition`)
  return condition
}
