import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/compileSchemaValidators'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { errorTexts, unknownField } from './error-texts.ts'
import { compileForm } from './form.ts'
import type { FormDefinition } from './form-definition.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'

/**
 * The form's validator as the text of an ES module that needs neither eval nor a library: `default` holds the functions that
 * rjsf's `createPrecompiledValidator(functions, schema, localize)` wants for this definition's schema in this language,
 * `localize` puts the server's own words into ajv's errors.
 */
export function validatorModule(definition: FormDefinition, language: Language): string {
  const code = compileSchemaValidatorsCode(compileForm(definition, language).schema as object, {
    AjvClass: draft2020,
    ajvFormatOptions: false,
    customFormats: { ...formats },
    ajvOptionsOverrides: { verbose: false, code: { lines: false, source: true } },
  })
  refuseUnknownImports(code)
  const texts = JSON.stringify(errorTexts(definition, language))
  return [
    `const texts = ${texts}`,
    `const unknown = ${JSON.stringify(unknownField[language])}`,
    runtime,
    localize,
    'const exports = {}',
    code,
    'export default exports',
    '',
  ].join('\n')
}

type AjvClass = NonNullable<Parameters<typeof compileSchemaValidatorsCode>[1]>['AjvClass']

/** The class itself; rjsf's declarations take ajv's whole module for it. */
const draft2020 = Ajv2020 as unknown as AjvClass

/** The one piece of ajv's runtime that forms use: the length of a text in characters, not UTF-16 units. */
const runtime = 'const require = () => ({ default: (text) => [...text].length })'
const provided = new Set(['ajv/dist/runtime/ucs2length'])

function refuseUnknownImports(code: string): void {
  for (const [, name] of code.matchAll(/require\("([^"]+)"\)/g)) {
    if (name === undefined || !provided.has(name)) throw new Error(`a compiled validator asks for ${name}`)
  }
}

const localize = `export function localize(errors) {
  for (const error of errors ?? []) {
    const { missingProperty: missing, additionalProperty, unevaluatedProperty } = error.params
    const path = error.instancePath.split('/').slice(1).filter((part) => !/^\\d+$/.test(part))
    if (missing !== undefined) path.push(missing)
    const extra = additionalProperty ?? unevaluatedProperty
    if (extra !== undefined) error.message = unknown + ': ' + extra
    else error.message = texts[path.join('.')]?.[error.keyword] ?? texts[path.join('.')]?.type ?? error.message
  }
}`
