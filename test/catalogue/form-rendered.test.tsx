import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import Form from '@rjsf/core'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { createPrecompiledValidator } from '@rjsf/validator-ajv8'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileForm } from '../../catalogue/compile/form.ts'
import { validatorModule } from '../../catalogue/compile/validator-module.ts'
import { fixtureDefinition, type ServiceCode, serviceCodes } from './fixture.ts'
import { sampleAnswers } from './sample-answers.ts'

type ValidatorModule = {
  default: Parameters<typeof createPrecompiledValidator>[0]
  localize: NonNullable<Parameters<typeof createPrecompiledValidator>[2]>
}

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lontar-form-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** The form and its validator as a browser gets them: JSON, and an ES module by its address. */
async function served(code: ServiceCode, language: 'id' | 'en' = 'id') {
  const definition = await fixtureDefinition(code)
  const { schema, uiSchema } = JSON.parse(JSON.stringify(compileForm(definition, language))) as {
    schema: RJSFSchema
    uiSchema: UiSchema
  }
  const file = join(dir, `${code}-${language}.mjs`)
  await writeFile(file, validatorModule(definition, language))
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ValidatorModule
  return { schema, uiSchema, validator: createPrecompiledValidator(module.default, schema, module.localize) }
}

/** Labels in the order in which the form shows them. */
async function labels(code: ServiceCode, formData: object): Promise<string[]> {
  const { schema, uiSchema, validator } = await served(code)
  const html = renderToStaticMarkup(
    <Form schema={schema} uiSchema={uiSchema} validator={validator} formData={formData} />,
  )
  return [...html.matchAll(/<(label|legend)[^>]*>(.*?)<\/\1>/g)].map(([, , text = '']) =>
    text.replace(/<[^>]+>|\*/g, '').trim(),
  )
}

describe('a form in the browser', () => {
  it.each(serviceCodes)('%s is JSON Schema 2020-12, and its validator takes what the server takes', async (code) => {
    const { schema, validator } = await served(code)
    expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true)
    expect(validator.validateFormData(sampleAnswers[code], schema).errors).toEqual([])
  })

  it.each(serviceCodes)("%s's validator needs neither eval nor a library, and is light", async (code) => {
    const text = validatorModule(await fixtureDefinition(code), 'id')
    expect(text).not.toMatch(/\beval\b|new Function|require\("(?!ajv\/dist\/runtime\/ucs2length")|^import /m)
    expect(gzipSync(text).length).toBeLessThan(16_000)
  })

  it('shows a field only while its condition holds, in its own place', async () => {
    const without = await labels('sip-bidan', { jenisPermohonan: 'baru', jenisStr: 'seumur-hidup' })
    expect(without).not.toContain('Nomor SIP yang diperpanjang')
    expect(without).not.toContain('STR berlaku sampai')
    const shown = await labels('sip-bidan', { jenisPermohonan: 'perpanjangan', jenisStr: 'berjangka' })
    expect(shown.indexOf('Nomor SIP yang diperpanjang')).toBeGreaterThan(shown.indexOf('Jenis permohonan'))
    expect(shown.indexOf('Nomor SIP yang diperpanjang')).toBeLessThan(shown.indexOf('Ini SIP Anda yang ke berapa?'))
    expect(shown.indexOf('STR berlaku sampai')).toBeGreaterThan(shown.indexOf('Masa berlaku STR'))
  })

  it('shows both witnesses with their fields', async () => {
    const shown = await labels('akta-kelahiran', {})
    expect(shown.filter((label) => label === 'NIK')).toHaveLength(2)
    expect(shown.filter((label) => label === 'Nama')).toHaveLength(2)
  })

  it("says what is wrong in the server's words and the form's language", async () => {
    const { schema, validator } = await served('akta-kelahiran', 'en')
    const { nikIbu: _gone, ...answers } = sampleAnswers['akta-kelahiran']
    const [first] = answers.saksi as object[]
    const { errors } = validator.validateFormData({ ...answers, saksi: [first, { nik: '1', nama: 'Siti' }] }, schema)
    expect(errors.map(({ property, message }) => [property, message])).toEqual(
      expect.arrayContaining([
        ['nikIbu', "Mother's NIK: is required"],
        ['.saksi.1.nik', 'NIK: must be the 16 digits of the identity card, with a birth date that exists'],
      ]),
    )
  })
})
