import type { Condition } from '../../domain/conditions.ts'
import type { JsonSchema } from './json-schema.ts'

/** The JSON Schema that answers fulfil exactly while `condition` holds. */
export function conditionSchema(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(conditionSchema) }
  if ('any' in condition) return { anyOf: condition.any.map(conditionSchema) }
  if ('not' in condition) return { not: conditionSchema(condition.not) }
  const { field } = condition
  const answered = (schema: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: { [field]: schema },
    required: [field],
  })
  if ('is' in condition) return answered({ const: condition.is })
  if ('in' in condition) return answered({ enum: [...condition.in] })
  if ('includes' in condition) return answered({ type: 'array', contains: { const: condition.includes } })
  if ('atLeast' in condition) return answered({ type: 'number', minimum: condition.atLeast })
  if ('atMost' in condition) return answered({ type: 'number', maximum: condition.atMost })
  return condition.answered ? { required: [field] } : { not: { required: [field] } }
}
