import type { ServiceDetail } from '../../../contracts/services.ts'

type Json = Record<string, unknown>

export type FormField = { name: string; label: string; kind: string; required: boolean; within: number }
export type FormPart = { code: string; title: { id: string; en: string }; fields: FormField[] }

/** The form as a list: what is asked, of what kind, on which page; a group's own fields stand one deeper. */
export function formParts({ schema, uiSchema, pages }: ServiceDetail['form']): FormPart[] {
  return pages.map(({ code, title, fields }) => ({ code, title, fields: fieldsOf(schema, uiSchema, fields, 0) }))
}

function fieldsOf(schema: Json, ui: Json, names: string[], within: number): FormField[] {
  const always = json(schema.properties)
  const branches = (Array.isArray(schema.allOf) ? schema.allOf : []).map((branch) => json(json(branch).then))
  const all: Json = Object.assign({}, ...branches.map((branch) => json(branch.properties)), always)
  const required = new Set([schema, ...branches].flatMap((part) => (Array.isArray(part.required) ? part.required : [])))
  return names.flatMap((name) => {
    const field = json(all[name])
    const own = json(ui[name])
    const kind = String(json(own['ui:options']).kind ?? field.type ?? 'text')
    const row = { name, label: String(field.title ?? name), kind, required: required.has(name), within }
    if (kind !== 'group') return [row]
    const items = json(field.items)
    const order = json(own.items)['ui:order']
    const inner = Array.isArray(order) ? order.map(String) : Object.keys(json(items.properties))
    return [row, ...fieldsOf(items, json(own.items), inner, within + 1)]
  })
}

const json = (value: unknown): Json => (value && typeof value === 'object' ? (value as Json) : {})
