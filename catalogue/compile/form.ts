import type { LocalText } from '../schema/common.ts'
import { fieldsOfForm } from './conditions.ts'
import { fieldSchema } from './field-schema.ts'
import type { FormDefinition } from './form-definition.ts'
import type { JsonSchema, UiSchema } from './json-schema.ts'
import type { Language } from './language.ts'
import { objectSchema } from './object-schema.ts'
import { uiSchemaOf } from './ui-schema.ts'

/** A form as screens read it (`contracts/services.ts`): one schema for all pages, each page naming its top-level fields. */
export type CompiledForm = {
  schema: JsonSchema
  uiSchema: UiSchema
  pages: { code: string; title: LocalText; fields: string[] }[]
  prefill: Record<string, string>
}

/** The field list as JSON Schema 2020-12 and rjsf's uiSchema, with titles and hints in `language`. */
export function compileForm(definition: FormDefinition, language: Language): CompiledForm {
  const fields = fieldsOfForm(definition)
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:lontar:form:${definition.code}`,
      ...objectSchema(fields, definition.conditions, (field) => fieldSchema(field, language)),
    },
    uiSchema: uiSchemaOf(fields, language),
    pages: definition.form.map(({ code, title, fields: own }) => ({
      code,
      title,
      fields: own.map(({ name }) => name),
    })),
    prefill: Object.fromEntries(
      fields.flatMap((field) => ('prefill' in field && field.prefill ? [[field.name, field.prefill]] : [])),
    ),
  }
}
