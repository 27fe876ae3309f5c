import type { Field } from '../schema/fields.ts'
import { isRecord } from './conditions.ts'

/**
 * Names among `answers` that are no field, dotted inside groups. Asked beside the schema, because ajv takes names that every
 * object inherits ("constructor") for evaluated ones.
 */
export function unknownFields(
  fields: readonly Field[],
  answers: Readonly<Record<string, unknown>>,
  prefix = '',
): string[] {
  const known = new Map<string, Field>(fields.map((field) => [field.name, field]))
  return Object.entries(answers).flatMap(([name, answer]) => {
    const field = known.get(name)
    if (!field) return [`${prefix}${name}`]
    if (field.type !== 'group' || !Array.isArray(answer)) return []
    return answer.flatMap((item: unknown, at) =>
      isRecord(item) ? unknownFields(field.fields, item, `${prefix}${name}.${at}.`) : [],
    )
  })
}
