import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { conditionSchema } from '../../catalogue/compile/condition-schema.ts'
import { compileForm } from '../../catalogue/compile/form.ts'
import { isRequired } from '../../catalogue/compile/object-schema.ts'
import { type CheckedAnswers, validateAnswers } from '../../catalogue/compile/validate-answers.ts'
import { validatorModule } from '../../catalogue/compile/validator-module.ts'
import { loadRegions, type Regions } from '../../catalogue/regions.ts'
import { type Field, Page } from '../../catalogue/schema/fields.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { holds } from '../../domain/conditions.ts'
import { fixtureDefinition } from './fixture.ts'
import { drawAnswers, invalid } from './form-answers.ts'
import { conditionOver, fieldLists } from './form-arbitraries.ts'

/** Each run compiles a form; shrinking one would take minutes. */
const endOnFailure = true

let base: ServiceDefinition
let regions: Regions
beforeAll(async () => {
  base = await fixtureDefinition('sktm')
  regions = await loadRegions()
})

const withForm = (fields: Field[]): ServiceDefinition => ({
  ...base,
  conditions: {},
  form: [Page.parse({ code: 'satu', title: { id: 'Satu', en: 'One' }, fields })],
})
const check = (definition: ServiceDefinition, answers: Record<string, unknown>): CheckedAnswers =>
  validateAnswers(definition, answers, 'id', { today: '2026-11-22', regions })

describe('any list of fields', () => {
  it('accepts answers made for it, and keeps them', () => {
    fc.assert(
      fc.property(fieldLists, fc.gen(), (fields, gen) => {
        const answers = drawAnswers(fields, (arbitrary) => gen(() => arbitrary))
        expect(check(withForm(fields), answers)).toEqual({ answers, errors: [] })
      }),
      { numRuns: 60, endOnFailure },
    )
  })

  it('refuses a wrong answer, a missing one and an unknown one, naming the field alone', () => {
    fc.assert(
      fc.property(fieldLists, fc.gen(), (fields, gen) => {
        const draw = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary)
        const definition = withForm(fields)
        const answers = drawAnswers(fields, draw)
        const unknown = check(definition, { ...answers, lainLagi: 1 })
        expect(unknown.errors).toMatchObject([{ field: 'lainLagi', code: 'unknown' }])
        // A field that others hang on would change what is asked: one that none names is spoilt.
        const named = JSON.stringify(fields.map(({ when }) => when ?? null))
        const free = fields.filter(({ name }) => name in answers && !named.includes(`"${name}"`))
        if (free.length === 0) return
        const field = draw(fc.constantFrom(...free))
        const wrong = check(definition, { ...answers, [field.name]: draw(invalid(field)) })
        expect(wrong.errors.length).toBeGreaterThan(0)
        for (const error of wrong.errors) expect(error.field.split('.')[0]).toBe(field.name)
        const { [field.name]: _gone, ...rest } = answers
        expect(check(definition, rest).errors.map((error) => error.field)).toEqual(
          isRequired(field) ? [field.name] : [],
        )
      }),
      { numRuns: 60, endOnFailure },
    )
  })

  it('drops answers to what is not asked, whatever they are', () => {
    fc.assert(
      fc.property(fieldLists, fc.gen(), (fields, gen) => {
        const answers = drawAnswers(fields, (arbitrary) => gen(() => arbitrary))
        const stale = Object.fromEntries(
          fields
            .filter((field) => typeof field.when === 'object' && !holds(field.when, answers))
            .map(({ name }) => [name, { left: 'behind' }]),
        )
        expect(check(withForm(fields), { ...stale, ...answers })).toEqual({ answers, errors: [] })
      }),
      { numRuns: 40, endOnFailure },
    )
  })

  it('reads its conditions as the schema does', () => {
    const ajv = new Ajv2020({ strict: false })
    fc.assert(
      fc.property(fieldLists, fc.gen(), (fields, gen) => {
        const draw = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary)
        const condition = draw(conditionOver(fields))
        const answers = drawAnswers(fields, draw)
        expect(ajv.validate(conditionSchema(condition), answers)).toBe(holds(condition, answers))
      }),
      { numRuns: 150, endOnFailure },
    )
  })

  it('compiles to a module that judges as the server does', () => {
    fc.assert(
      fc.property(fieldLists, fc.gen(), (fields, gen) => {
        const draw = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary)
        const definition = withForm(fields)
        const validate = mainFunction(definition)
        const answers = drawAnswers(fields, draw)
        expect(validate(answers)).toBe(true)
        const required = fields.find((field) => field.name in answers && isRequired(field))
        if (!required) return
        const { [required.name]: _gone, ...rest } = answers
        expect(validate(rest)).toBe(false)
        expect(validate({ ...answers, lainLagi: 1 })).toBe(false)
      }),
      { numRuns: 12, endOnFailure },
    )
  })
})

/** The module's text run without a module loader: its exports, as the browser would get them. */
function mainFunction(definition: ServiceDefinition): (answers: unknown) => boolean {
  const text = validatorModule(definition, 'id')
    .replace('export function', 'function')
    .replace('export default exports', 'return exports')
  const functions = new Function(text)() as Record<string, (answers: unknown) => boolean>
  const main = functions[compileForm(definition, 'id').schema.$id ?? '']
  if (!main) throw new Error('the module has no main function')
  return main
}
