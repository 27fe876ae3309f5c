import type { FieldType } from '../../../catalogue/schema/fields.ts'

/** What the catalogue says about a field beyond its schema, in `ui:options`. */
export type FieldOptions = {
  kind?: FieldType
  help?: string
  unit?: string
  item?: string
  level?: 'province' | 'regency' | 'district' | 'village'
  within?: string
  types?: string[]
  maxBytes?: number
  notBefore?: string
  notAfter?: string
}

/** Fields made of several inputs: they are named by a legend, not a label. */
const compound: ReadonlySet<FieldType | undefined> = new Set([
  'choice',
  'multi-choice',
  'yes-no',
  'date',
  'region',
  'file',
])

/** `widget` is rjsf's name of it: a long list of choices is one input after all. */
export const isCompound = (kind: FieldType | undefined, widget: unknown) => compound.has(kind) && widget !== 'select'
