import type { FieldOptions } from './kind.ts'
import { schemaHolds } from './schema-holds.ts'

type Json = Record<string, unknown>
type Form = { schema: Json; uiSchema: Json }

/** A field as it is read back: its name for people, what kind it is, what its choices are called. */
export type ReadField = {
  name: string
  title: string
  kind: FieldOptions['kind']
  unit?: string
  /** What one of a group is called, and its own fields. */
  item?: string
  items: Form | null
  choices: ReadonlyMap<unknown, string>
}

/** The fields of a compiled form that are asked for with these answers, in the form's order. */
export function fieldsOf({ schema, uiSchema }: Form, answers: Json): ReadField[] {
  const properties = askedProperties(schema, answers)
  const order = uiSchema['ui:order']
  const names = Array.isArray(order)
    ? order.filter((name): name is string => typeof name === 'string')
    : Object.keys(properties)
  return names.flatMap((name) => {
    const property = properties[name]
    return property ? [readField(name, property, asJson(uiSchema[name]))] : []
  })
}

/** Properties of the object itself and of every `then` whose `if` holds. */
function askedProperties(schema: Json, answers: Json): Record<string, Json> {
  const branches = Array.isArray(schema.allOf) ? (schema.allOf as Json[]) : []
  const held = branches.filter((branch) => schemaHolds(asJson(branch.if), answers)).map((branch) => asJson(branch.then))
  return Object.assign({}, ...[schema, ...held].map((part) => asJson(part.properties)))
}

function readField(name: string, property: Json, ui: Json): ReadField {
  const { kind, unit, item } = asJson(ui['ui:options']) as FieldOptions
  const options = (property.oneOf ?? asJson(property.items).oneOf ?? []) as { const: unknown; title: string }[]
  return {
    name,
    title: String(property.title ?? name),
    kind,
    unit,
    item,
    items: kind === 'group' ? { schema: asJson(property.items), uiSchema: asJson(ui.items) } : null,
    choices: new Map(options.map((option) => [option.const, option.title])),
  }
}

const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
