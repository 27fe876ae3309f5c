/** One thing a step asks, out of its JSON Schema: how it is drawn and what it gives. */
export type Asked = {
  name: string
  title: string
  hint: string | null
  required: boolean
  kind: 'yes-no' | 'choice' | 'number' | 'date' | 'longtext' | 'text'
  options: { value: string; title: string }[]
}

type Schema = Record<string, unknown>

/** In the order they are asked. */
export function askedOf(schema: Schema, uiSchema: Schema): Asked[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = new Set((schema.required ?? []) as string[])
  const order = (uiSchema['ui:order'] ?? Object.keys(properties)) as string[]
  return order.flatMap((name) => {
    const property = properties[name]
    return property ? [asked(name, property, (uiSchema[name] ?? {}) as Schema, required.has(name))] : []
  })
}

function asked(name: string, property: Schema, ui: Schema, required: boolean): Asked {
  const named = Array.isArray(property.oneOf) ? (property.oneOf as { const?: unknown; title?: unknown }[]) : []
  return {
    name,
    title: String(property.title ?? name),
    hint: typeof ui['ui:help'] === 'string' ? ui['ui:help'] : null,
    required,
    kind: kindOf(property, ui, named.length > 0),
    options: named.map((one) => ({ value: String(one.const), title: String(one.title ?? one.const) })),
  }
}

function kindOf(property: Schema, ui: Schema, isNamed: boolean): Asked['kind'] {
  if (property.type === 'boolean') return 'yes-no'
  if (property.type === 'number' || property.type === 'integer') return 'number'
  if (isNamed) return 'choice'
  if (property.format === 'date') return 'date'
  return ui['ui:widget'] === 'textarea' ? 'longtext' : 'text'
}

/** What was typed, as the schema wants it; undefined where nothing stands. */
export function answerOf({ kind }: Pick<Asked, 'kind'>, typed: string): unknown {
  if (typed === '') return undefined
  if (kind === 'yes-no') return typed === 'true'
  if (kind === 'number') return Number(typed)
  return typed
}
