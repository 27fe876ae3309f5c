/** As much of JSON Schema 2020-12 as forms compile to. */
export type JsonSchema = {
  $schema?: string
  $id?: string
  title?: string
  description?: string
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  const?: unknown
  enum?: unknown[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  not?: JsonSchema
  if?: JsonSchema
  then?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: false
  unevaluatedProperties?: false
  items?: JsonSchema
  contains?: JsonSchema
  minItems?: number
  maxItems?: number
  uniqueItems?: true
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  multipleOf?: number
}

export type UiSchema = Record<string, unknown>
