import fc from 'fast-check'
import type { Field, PlainField } from '../../catalogue/schema/fields.ts'
import type { Condition } from '../../domain/conditions.ts'

const label = { id: 'Isian', en: 'Field' }
const values = ['a', 'b', 'c', 'd'] as const

const choices = fc
  .uniqueArray(fc.constantFrom(...values), { minLength: 2 })
  .map((some) => some.map((value) => ({ value, label })))

type Bare<T> = T extends unknown ? Omit<T, 'name' | 'label' | 'when' | 'optional'> : never

const plain = fc.oneof<fc.Arbitrary<Bare<PlainField>>[]>(
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 40 }))
    .map(([minLength, maxLength]) => ({ type: 'text' as const, minLength, maxLength })),
  fc.constant({ type: 'longtext' as const, maxLength: 60 }),
  fc.constantFrom({ type: 'nik' as const }, { type: 'phone' as const }, { type: 'email' as const }),
  fc.constant({ type: 'date' as const, notBefore: '2000-01-01', notAfter: 'today' as const }),
  fc
    .tuple(fc.integer({ min: -50, max: 0 }), fc.integer({ min: 1, max: 50 }), fc.constantFrom(undefined, 2))
    .map(([minimum, maximum, decimals]) => ({
      type: 'number' as const,
      minimum,
      maximum,
      ...(decimals && { decimals }),
    })),
  fc.constant({ type: 'money' as const, maximum: 5_000_000 }),
  choices.map((some) => ({ type: 'choice' as const, choices: some })),
  choices.map((some) => ({ type: 'multi-choice' as const, choices: some, min: 1 })),
  fc.constantFrom({ type: 'yes-no' as const }, { type: 'yes-no' as const, mustBe: true as const }),
  fc.constant({ type: 'region' as const, level: 'village' as const, within: '35.10.13' }),
  fc.constant({ type: 'file' as const, types: ['application/pdf' as const], maxBytes: 1000 }),
)

/** A condition that can be asked of `field`. */
function conditionOn(field: Field): fc.Arbitrary<Condition> {
  const name = field.name
  switch (field.type) {
    case 'choice':
      return fc
        .constantFrom(...field.choices)
        .chain(({ value }) =>
          fc.constantFrom<Condition>(
            { field: name, is: value },
            { field: name, in: [value] },
            { not: { field: name, is: value } },
          ),
        )
    case 'yes-no':
      return fc.boolean().map((is) => ({ field: name, is }))
    case 'multi-choice':
      return fc.constantFrom(...field.choices).map(({ value }) => ({ field: name, includes: value }))
    case 'number':
    case 'money':
      return fc
        .integer({ min: -10, max: 60 })
        .chain((at) => fc.constantFrom<Condition>({ field: name, atLeast: at }, { field: name, atMost: at }))
    default:
      return fc.boolean().map((answered) => ({ field: name, answered }))
  }
}

/** A condition over any of the fields, joined and negated. */
export function conditionOver(fields: readonly Field[]): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...fields).chain(conditionOn)
  const joined = fc.array(leaf, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    leaf,
    leaf.map((not) => ({ not })),
    joined.map((all) => ({ all })),
    joined.map((any) => ({ any })),
  )
}

/** A list of fields as a form may have it: every type, groups, optional ones, conditions on what was asked before. */
export const fieldLists: fc.Arbitrary<Field[]> = fc
  .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: groups() }), fc.boolean()), {
    minLength: 1,
    maxLength: 7,
  })
  .chain((bare) =>
    withConditions(
      bare.map(
        ([field, optional], at) => ({ ...field, name: `f${at}`, label, ...(optional && { optional: true }) }) as Field,
      ),
    ),
  )

function groups() {
  return fc
    .tuple(
      fc.array(plain, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 2, max: 3 }),
    )
    .chain(([inner, min, max]) =>
      withConditions(inner.map((field, at) => ({ ...field, name: `i${at}`, label }) as PlainField)).map((fields) => ({
        type: 'group' as const,
        min,
        max,
        item: label,
        fields,
      })),
    )
}

/** Some fields are made to hang on those before them. */
function withConditions<F extends Field>(fields: F[]): fc.Arbitrary<F[]> {
  return fc
    .tuple(
      ...fields.map((_field, at) =>
        at === 0 ? fc.constant(undefined) : fc.option(conditionOver(fields.slice(0, at)), { nil: undefined, freq: 2 }),
      ),
    )
    .map((whens) => fields.map((field, at) => (whens[at] ? { ...field, when: whens[at] } : field)))
}
