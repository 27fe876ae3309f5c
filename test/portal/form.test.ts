import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionSchema } from '../../catalogue/compile/condition-schema.ts'
import { compileForm } from '../../catalogue/compile/form.ts'
import { validatorModule } from '../../catalogue/compile/validator-module.ts'
import { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { type Condition, holds } from '../../domain/conditions.ts'
import { checkAnswers, fieldId, topField } from '../../portal/src/form/check-answers.ts'
import { dateErrors } from '../../portal/src/form/date-bounds.ts'
import { joinDate, splitDate } from '../../portal/src/form/date-parts.ts'
import { readNumber, writeNumber } from '../../portal/src/form/number-text.ts'
import { fieldsOf } from '../../portal/src/form/read-fields.ts'
import { schemaHolds } from '../../portal/src/form/schema-holds.ts'
import type { CompiledValidator } from '../../portal/src/form/validator.ts'

const pack = async (code: string) =>
  ServiceDefinition.parse(JSON.parse(await readFile(`packs/banyuwangi/services/${code}.json`, 'utf8')))

const asModule = (code: string) =>
  import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`) as Promise<CompiledValidator>

const scalar = fc.oneof(fc.constantFrom('baru', 'lama'), fc.integer({ min: 0, max: 3 }), fc.boolean())
const field = fc.constantFrom('a', 'b', 'c')
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, is: scalar }),
  fc.record({ field, in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, includes: fc.constantFrom('baru', 'lama') }),
  fc.record({ field, atLeast: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field, atMost: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ field, answered: fc.boolean() }),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))
const answer = fc.oneof(scalar, fc.array(fc.constantFrom('baru', 'lama'), { maxLength: 2 }))

test('a condition shows its field on the screen exactly when it holds for the office', () => {
  fc.assert(
    fc.property(condition, fc.dictionary(field, answer), (one, answers) => {
      const schema = conditionSchema(one) as Parameters<typeof schemaHolds>[0]
      return schemaHolds(schema, answers) === holds(one, answers)
    }),
    { numRuns: 2_000 },
  )
})

test('the compiled validator names each field once, in the office’s words', async () => {
  const definition = await pack('sip-bidan')
  const { schema } = compileForm(definition, 'id')
  const validator = await asModule(validatorModule(definition, 'id'))
  const errors = checkAnswers(validator, String(schema.$id), { jenisPermohonan: 'perpanjangan', nomorStr: '1' })
  const fields = errors.map((error) => error.field)
  expect(new Set(fields).size).toBe(fields.length)
  expect(fields).toContain('nomorSipLama')
  expect(fields).toContain('tanggalLahir')
  expect(errors.find((error) => error.field === 'nomorStr')?.message).toMatch(/paling sedikit 5/)
  for (const { message } of errors) expect(message).not.toMatch(/must|schema/)
})

test('errors inside a group are told at the item’s own field', async () => {
  const definition = await pack('akta-kelahiran')
  const { schema, uiSchema } = compileForm(definition, 'id')
  const group = fieldsOf({ schema, uiSchema }, {}).find(({ items }) => items)
  if (!group) throw new Error('the birth certificate asks for witnesses')
  const validator = await asModule(validatorModule(definition, 'id'))
  const errors = checkAnswers(validator, String(schema.$id), { [group.name]: [{}, {}] })
  const inside = errors.filter((error) => topField(error.field) === group.name)
  expect(inside.map((error) => error.field)).toContain(
    `${group.name}.1.${fieldsOf(group.items ?? { schema, uiSchema }, {})[0]?.name}`,
  )
  expect(fieldId('saksi.0.nik')).toBe('root_saksi_0_nik')
})

test('answers are read back in the form’s order, and only those that were asked for', async () => {
  const { schema, uiSchema } = compileForm(await pack('sip-bidan'), 'id')
  const names = (answers: Record<string, unknown>) => fieldsOf({ schema, uiSchema }, answers).map(({ name }) => name)
  expect(names({ jenisPermohonan: 'baru' })).not.toContain('nomorSipLama')
  expect(names({ jenisPermohonan: 'perpanjangan' }).slice(0, 2)).toEqual(['jenisPermohonan', 'nomorSipLama'])
  const kind = fieldsOf({ schema, uiSchema }, {})[0]
  expect(kind?.choices.get('baru')).toBe('SIP baru')
})

test('dates that cannot be, or not yet', () => {
  const ui = {
    lahir: { 'ui:options': { kind: 'date', notAfter: 'today', notBefore: '1930-01-01' } },
    saksi: { items: { lahir: { 'ui:options': { kind: 'date' } } } },
  }
  const check = (answers: Record<string, unknown>) =>
    dateErrors(ui, answers, (key) => key, '2026-11-22').map(({ field: at, message }) => `${at} ${message}`)
  expect(check({ lahir: '1990-02-30' })).toEqual(['lahir form.dateWrong'])
  expect(check({ lahir: '2026-11-23' })).toEqual(['lahir form.dateTooLate'])
  expect(check({ lahir: '1929-12-31' })).toEqual(['lahir form.dateTooEarly'])
  expect(check({ lahir: '2026-11-22', saksi: [{ lahir: '1990-1-' }] })).toEqual(['saksi.0.lahir form.dateWrong'])
  expect(joinDate(splitDate('1990-03-07'))).toBe('1990-03-07')
  expect(joinDate({ day: '', month: '', year: '' })).toBeUndefined()
  expect(joinDate({ day: '7', month: '', year: '' })).toBe('-00-07')
})

test('numbers as people write them', () => {
  expect(readNumber('1.500,5', 'id')).toBe(1500.5)
  expect(readNumber('Rp 2.000.000', 'id')).toBe(2_000_000)
  expect(readNumber('1,500.5', 'en')).toBe(1500.5)
  expect(readNumber('dua', 'id')).toBe('dua')
  expect(readNumber(' ', 'id')).toBeUndefined()
  expect(writeNumber(1500.5, 'id')).toBe('1.500,5')
})
