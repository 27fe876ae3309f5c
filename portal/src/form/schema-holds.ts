type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  contains?: Schema
  minimum?: number
  maximum?: number
  allOf?: Schema[]
  anyOf?: Schema[]
  not?: Schema
}

/**
 * Whether `value` fulfils the kind of schema that a form's conditions compile to (and a choice's options): which fields are
 * asked for. The full check of the answers is the compiled validator's.
 */
export function schemaHolds(schema: Schema | boolean, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema
  return (
    (schema.type === undefined || typeHolds(schema.type, value)) &&
    (!('const' in schema) || value === schema.const) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (schema.minimum === undefined || (typeof value === 'number' && value >= schema.minimum)) &&
    (schema.maximum === undefined || (typeof value === 'number' && value <= schema.maximum)) &&
    (schema.contains === undefined || containsHolds(schema.contains, value)) &&
    propertiesHold(schema, value) &&
    (schema.allOf ?? []).every((part) => schemaHolds(part, value)) &&
    (schema.anyOf === undefined || schema.anyOf.some((part) => schemaHolds(part, value))) &&
    (schema.not === undefined || !schemaHolds(schema.not, value))
  )
}

function propertiesHold({ properties = {}, required = [] }: Schema, value: unknown): boolean {
  if (!isRecord(value)) return true
  return (
    required.every((name) => value[name] !== undefined) &&
    Object.entries(properties).every(([name, part]) => value[name] === undefined || schemaHolds(part, value[name]))
  )
}

const containsHolds = (part: Schema, value: unknown) =>
  Array.isArray(value) && value.some((item) => schemaHolds(part, item))

function typeHolds(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
