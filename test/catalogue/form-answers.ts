import fc from 'fast-check'
import type { Field, PlainField } from '../../catalogue/schema/fields.ts'
import { holds } from '../../domain/conditions.ts'

export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T

/** Answers that the fields accept, drawn at random; only what is asked for is answered. */
export function drawAnswers(fields: readonly Field[], draw: Draw): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const field of fields) {
    if (typeof field.when === 'object' && !holds(field.when, answers)) continue
    if (field.optional && draw(fc.boolean())) continue
    answers[field.name] = drawAnswer(field, draw)
  }
  return answers
}

function drawAnswer(field: Field, draw: Draw): unknown {
  if (field.type !== 'group') return draw(valid(field))
  const size = draw(fc.integer({ min: field.min, max: field.max }))
  return Array.from({ length: size }, () => drawAnswers(field.fields, draw))
}

const word = (min: number, max: number) =>
  fc.string({ unit: 'grapheme-ascii', minLength: min, maxLength: max }).filter((text) => text.trim().length > 0)

function valid(field: PlainField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
    case 'longtext':
      return word(field.minLength ?? 1, field.maxLength ?? 50)
    case 'nik':
      return fc.constantFrom('3510130101930001', '3510137112990042', '3510132902000007')
    case 'phone':
      return fc.constantFrom('081234567890', '+6281234567890', '6281234567890')
    case 'email':
      return fc.constantFrom('a@b.id', 'nama.panjang+x@contoh.co.id')
    case 'date':
      return fc.constantFrom('2000-01-01', '2024-02-29', '2026-11-22')
    case 'number':
      return fc
        .integer({ min: field.minimum, max: field.maximum })
        .map((n) => (field.decimals && n < (field.maximum ?? 0) ? n + 0.25 : n))
    case 'money':
      return fc.integer({ min: 0, max: field.maximum })
    case 'choice':
      return fc.constantFrom(...field.choices).map(({ value }) => value)
    case 'multi-choice':
      return fc.subarray(
        field.choices.map(({ value }) => value),
        { minLength: 1 },
      )
    case 'yes-no':
      return field.mustBe ? fc.constant(true) : fc.boolean()
    case 'region':
      return fc.constantFrom('35.10.13.2013', '35.10.13.2010')
    case 'file':
      return fc.constantFrom('0b6f7d0e-1', 'abc_DEF')
  }
}

/** An answer that the field refuses. */
export function invalid(field: Field): fc.Arbitrary<unknown> {
  const anything = fc.constantFrom<unknown>(null, {}, [{}, {}, {}, {}, {}])
  switch (field.type) {
    case 'text':
    case 'longtext':
      return fc.oneof(anything, fc.constantFrom<unknown>('', '    ', 7, 'x'.repeat((field.maxLength ?? 0) + 1)))
    case 'nik':
      return fc.oneof(
        anything,
        fc.constantFrom<unknown>('3510133201930001', '351013010193000', 3510130101930001, '3510130101930000'),
      )
    case 'phone':
      return fc.oneof(anything, fc.constantFrom('0333123456', '12', '08123456789012345'))
    case 'email':
      return fc.oneof(anything, fc.constantFrom('a', 'a@b', 'a b@c.id', '@c.id'))
    case 'date':
      return fc.oneof(anything, fc.constantFrom('2023-02-29', '22-11-2026', '1999-12-31', '2026-11-23'))
    case 'number':
      return fc.oneof(
        anything,
        fc.constantFrom<unknown>('1', (field.maximum ?? 0) + 1, (field.minimum ?? 0) - 1, 0.001),
      )
    case 'money':
      return fc.oneof(anything, fc.constantFrom<unknown>('1000', -1, 0.5, 5_000_001))
    case 'choice':
      return fc.oneof(anything, fc.constantFrom<unknown>('z', 1, true))
    case 'multi-choice':
      return fc.oneof(fc.constantFrom<unknown>(null, {}, 'a', [], ['z'], ['a', 'a']))
    case 'yes-no':
      return fc.oneof(anything, fc.constantFrom<unknown>('true', 1, ...(field.mustBe ? [false] : [])))
    case 'region':
      return fc.oneof(anything, fc.constantFrom('35.10.16.1001', '35.10.13', '35.10.13.9999'))
    case 'file':
      return fc.oneof(anything, fc.constantFrom('', '../x', 'a'.repeat(121)))
    case 'group':
      return fc.constantFrom<unknown>(
        null,
        {},
        'x',
        Array.from({ length: field.max + 1 }, () => ({})),
        [1, 2],
      )
  }
}
