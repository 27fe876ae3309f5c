import { z } from 'zod'
import { Code, DateText, FieldName, LongText, limits, RegionCode, ShortText } from './common.ts'
import { Condition } from './conditions.ts'

export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
export const FileType = z.enum(fileTypes)

export const profileProperties = ['nik', 'name', 'phone', 'email', 'village'] as const
export const regionLevels = ['province', 'regency', 'district', 'village'] as const

const asked = {
  name: FieldName,
  label: ShortText,
  hint: LongText.optional(),
  /** Fields are asked for unless they say so. */
  optional: z.literal(true).optional(),
  /** Code of a condition, or (inside a group) a condition over the fields beside it. Otherwise the field is not asked for. */
  when: z.union([Code, Condition], 'must be the code of a condition, or a condition').optional(),
}
const base = {
  ...asked,
  /** Filled in from the signed-in person's profile, to be changed at will. */
  prefill: z.enum(profileProperties).optional(),
}

const length = (max: number) => ({
  minLength: z.int().min(1).max(max).optional(),
  maxLength: z.int().min(1).max(max).optional(),
})

/** A date, or the day the answer is given. */
const DateBound = z.union([z.literal('today'), DateText], 'must be "today" or a date, YYYY-MM-DD')

const Choice = z.strictObject({ value: Code, label: ShortText })
const choices = z.array(Choice).min(2).max(limits.choices)

const text = z.strictObject({
  type: z.literal('text'),
  ...base,
  ...length(500),
  /** An ECMAScript pattern for the whole answer; `patternHint` says in plain words what it wants. */
  pattern: z.strictObject({ expression: z.string().min(1).max(200), hint: ShortText }).optional(),
})

const plain = [
  text,
  z.strictObject({ type: z.literal('longtext'), ...base, ...length(5000) }),
  z.strictObject({ type: z.literal('nik'), ...base }),
  z.strictObject({ type: z.literal('phone'), ...base }),
  z.strictObject({ type: z.literal('email'), ...base }),
  z.strictObject({ type: z.literal('date'), ...base, notBefore: DateBound.optional(), notAfter: DateBound.optional() }),
  z.strictObject({
    type: z.literal('number'),
    ...base,
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    /** Digits after the comma, none unless said. */
    decimals: z.int().min(0).max(6).optional(),
    unit: ShortText.optional(),
  }),
  /** Whole rupiah. */
  z.strictObject({
    type: z.literal('money'),
    ...base,
    minimum: z.int().min(0).optional(),
    maximum: z.int().min(0).optional(),
  }),
  z.strictObject({ type: z.literal('choice'), ...base, choices }),
  z.strictObject({
    type: z.literal('multi-choice'),
    ...base,
    choices,
    min: z.int().min(0).optional(),
    max: z.int().min(1).optional(),
  }),
  /** `mustBe: true` makes it a declaration: only a yes goes through. */
  z.strictObject({ type: z.literal('yes-no'), ...base, mustBe: z.literal(true).optional() }),
  /** A region code of the level; `within` keeps it inside a province, regency or district. */
  z.strictObject({
    type: z.literal('region'),
    ...base,
    level: z.enum(regionLevels),
    within: RegionCode.optional(),
  }),
  z.strictObject({
    type: z.literal('file'),
    ...base,
    types: z.array(FileType).min(1),
    maxBytes: z.int().min(1).max(limits.fileBytes),
  }),
] as const

export const PlainField = z.discriminatedUnion('type', plain)
export type PlainField = z.infer<typeof PlainField>

/** The same few fields several times over: witnesses, children, instruments. */
export const GroupField = z.strictObject({
  type: z.literal('group'),
  ...asked,
  min: z.int().min(0).max(limits.groupItems),
  max: z.int().min(1).max(limits.groupItems),
  /** What one of them is called, "Saksi". */
  item: ShortText,
  fields: z.array(PlainField).min(1).max(limits.groupFields),
})
export type GroupField = z.infer<typeof GroupField>

export const Field = z.discriminatedUnion('type', [...plain, GroupField])
export type Field = z.infer<typeof Field>
export type FieldType = Field['type']

export const Page = z.strictObject({
  code: Code,
  title: ShortText,
  fields: z.array(Field).min(1).max(limits.fields),
})
export type Page = z.infer<typeof Page>
