import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { Formats } from '../i18n/format.ts'

type Form = ApplicationDetail['form']
type Json = Record<string, unknown>
type Schema = {
  title?: string
  properties?: Record<string, Schema>
  items?: Schema
  oneOf?: Choice[]
  allOf?: Branch[]
}
type Choice = { const?: unknown; title?: string }
type Branch = { then?: Schema; else?: Schema }

/** An answer as it is read: never as a form. `region` and `file` still want looking up. */
export type Shown =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'region'; code: string }
  | { kind: 'file'; id: string }
  | { kind: 'items'; items: { title: string; rows: AnswerRow[] }[] }

/** `name` is dotted inside a group, `saksi.0.nik`, as deficiencies name it. */
export type AnswerRow = { name: string; label: string; shown: Shown }
export type AnswerSection = { code: string; title: Form['pages'][number]['title']; rows: AnswerRow[] }

type Say = Pick<Formats, 'plainDate' | 'rupiah' | 'number'>

/** The form's pages with what was answered; a question that was not asked is left out, one left open says so. */
export function answerSections(form: Form, answers: Json, say: Say): AnswerSection[] {
  const schema = form.schema as Schema
  return form.pages
    .map(({ code, title, fields }) => ({
      code,
      title,
      rows: rowsOf(schema, form.uiSchema, answers, say, '', fields),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function rowsOf(schema: Schema, ui: Json, answers: Json, say: Say, prefix: string, order?: string[]): AnswerRow[] {
  const always = schema.properties ?? {}
  const known = { ...conditional(schema), ...always }
  const names = order ?? (Array.isArray(ui['ui:order']) ? ui['ui:order'].map(String) : Object.keys(known))
  return names.flatMap((name) => {
    const field = known[name]
    const answer = answers[name]
    if (!field || (answer === undefined && !(name in always))) return []
    const path = `${prefix}${name}`
    return [{ name: path, label: field.title ?? name, shown: shownOf(field, asJson(ui[name]), answer, say, path) }]
  })
}

function shownOf(field: Schema, ui: Json, answer: unknown, say: Say, path: string): Shown {
  if (answer === undefined || answer === null || answer === '') return { kind: 'empty' }
  const options = asJson(ui['ui:options'])
  const kind = String(options.kind ?? '')
  if (kind === 'group' && Array.isArray(answer)) {
    const items = answer.map((item, place) => ({
      title: `${field.items?.title ?? ''} ${place + 1}`.trim(),
      rows: rowsOf(field.items ?? {}, asJson(ui.items), asJson(item), say, `${path}.${place}.`),
    }))
    return items.length > 0 ? { kind: 'items', items } : { kind: 'empty' }
  }
  if (kind === 'region') return { kind: 'region', code: String(answer) }
  if (kind === 'file') return { kind: 'file', id: String(answer) }
  if (kind === 'date') return text(say.plainDate(String(answer)))
  if (kind === 'money') return text(say.rupiah(Number(answer)))
  if (kind === 'number') return text([say.number(Number(answer)), options.unit].filter(Boolean).join(' '))
  if (Array.isArray(answer)) return text(answer.map((each) => chosen(field.items, each)).join(', '))
  return text(chosen(field, answer))
}

/** The choice's own words; a declaration that was agreed to is a tick. */
function chosen(field: Schema | undefined, answer: unknown): string {
  const choice = field?.oneOf?.find((each) => each.const === answer)
  if (choice?.title) return choice.title
  return answer === true ? '✓' : String(answer)
}

/** Fields that are asked only while a condition holds stand in the schema's branches. */
function conditional(schema: Schema): Record<string, Schema> {
  const branches = (schema.allOf ?? []).flatMap((branch) => [branch.then, branch.else])
  return Object.assign({}, ...branches.map((branch) => branch?.properties ?? {}))
}

const text = (words: string): Shown => ({ kind: 'text', text: words })
const asJson = (value: unknown): Json => (value && typeof value === 'object' ? (value as Json) : {})
