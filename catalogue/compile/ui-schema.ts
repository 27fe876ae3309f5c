import type { Field } from '../schema/fields.ts'
import type { UiSchema } from './json-schema.ts'
import type { Language } from './language.ts'

/**
 * How rjsf should draw the fields: order, hints, and only widgets that every theme has. `ui:options.kind` is the field's own
 * type, for screens that have something better (a picker of regions, a camera for files).
 */
export function uiSchemaOf(fields: readonly Field[], language: Language): UiSchema {
  return {
    'ui:order': fields.map(({ name }) => name),
    ...Object.fromEntries(fields.map((field) => [field.name, fieldUi(field, language)])),
  }
}

function fieldUi(field: Field, language: Language): UiSchema {
  const widget = widgetOf(field)
  return {
    ...(widget && { 'ui:widget': widget }),
    ...(field.hint && { 'ui:help': field.hint[language], 'ui:description': '' }),
    'ui:options': { kind: field.type, ...optionsOf(field, language) },
    ...(field.type === 'group' && { items: uiSchemaOf(field.fields, language) }),
  }
}

/** A handful of choices is seen at once; more go into a list. */
const radioUpTo = 6

function widgetOf(field: Field): string | undefined {
  switch (field.type) {
    case 'longtext':
      return 'textarea'
    case 'choice':
      return field.choices.length <= radioUpTo ? 'radio' : 'select'
    case 'multi-choice':
      return 'checkboxes'
    case 'yes-no':
      return field.mustBe ? 'checkbox' : 'radio'
    default:
      return undefined
  }
}

function optionsOf(field: Field, language: Language): UiSchema {
  switch (field.type) {
    case 'nik':
      return { inputType: 'text', inputMode: 'numeric' }
    case 'phone':
      return { inputType: 'tel' }
    case 'email':
      return { inputType: 'email' }
    case 'text':
      return field.pattern ? { patternHint: field.pattern.hint[language] } : {}
    case 'number':
      return field.unit ? { unit: field.unit[language] } : {}
    case 'money':
      return { unit: 'Rp' }
    case 'date':
      return {
        ...(field.notBefore && { notBefore: field.notBefore }),
        ...(field.notAfter && { notAfter: field.notAfter }),
      }
    case 'region':
      return { level: field.level, ...(field.within && { within: field.within }) }
    case 'file':
      return { types: field.types, maxBytes: field.maxBytes }
    case 'group':
      return {
        addable: field.min < field.max,
        removable: field.min < field.max,
        orderable: false,
        item: field.item[language],
      }
    default:
      return {}
  }
}
