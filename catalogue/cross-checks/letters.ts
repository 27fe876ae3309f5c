import { type LetterTemplate, letterPaths, placeholdersOf } from '../../domain/letter.ts'
import { type LetterFormat, parseLetterText } from '../../domain/letter-text.ts'
import type { Field, FieldType } from '../schema/fields.ts'
import { among, type ServiceContext } from './context.ts'

const own: readonly string[] = letterPaths

/** Everything a letter asks for is asked in the form, or known of every case. */
export function checkLetter(context: ServiceContext, letter: LetterTemplate, path: string): void {
  const { fields, report } = context
  for (const placeholder of placeholdersOf(letter)) {
    const message = missing(placeholder, context)
    if (message) report(path, `the letter "${letter.code}" asks for {{${placeholder}}}, but ${message}`)
  }
  for (const { path: value, format } of formatsOf(letter)) {
    const field = fieldAt(value, fields)
    const takes = wanted[format]
    if (field && takes && !takes.includes(field.type)) {
      report(path, `the letter "${letter.code}" writes {{${value} | ${format}}}, but "${field.name}" is ${field.type}`)
    }
  }
}

function missing(placeholder: string, { definition, fields }: ServiceContext): string | undefined {
  const [root = '', ...rest] = placeholder.split('.')
  if (root === 'documents') {
    const document = definition.requiredDocuments.find(({ code }) => code === rest[0])
    if (!document)
      return `the service requires no document "${rest[0]}"; ${among(definition.requiredDocuments.map(({ code }) => code))}`
    return document.types.some((type) => type === 'image/jpeg' || type === 'image/png')
      ? undefined
      : `"${rest[0]}" is never a picture`
  }
  if (root !== 'answers') return own.includes(placeholder) ? undefined : 'no application has that'
  const field = fieldAt(placeholder, fields)
  if (!field) return `the form has no such field; ${among(fields.map(({ name }) => name))}`
  return undefined
}

/** `answers.nama`, or `answers.saksi[].nama` for a field inside a group. */
function fieldAt(placeholder: string, fields: readonly Field[]): Field | undefined {
  const match = /^answers\.([A-Za-z0-9]+)(?:\[\]\.([A-Za-z0-9]+))?$/.exec(placeholder)
  const field = fields.find(({ name }) => name === match?.[1])
  if (match?.[2] === undefined) return field
  return field?.type === 'group' ? field.fields.find(({ name }) => name === match[2]) : undefined
}

const wanted: Partial<Record<LetterFormat, readonly FieldType[]>> = {
  date: ['date'],
  'date-en': ['date'],
  rupiah: ['money', 'number'],
  number: ['money', 'number'],
  'nik-masked': ['nik'],
  region: ['region'],
  choice: ['choice', 'multi-choice'],
}

/** Every format in a letter's texts, with the value it is for. */
function formatsOf(letter: LetterTemplate): { path: string; format: LetterFormat }[] {
  return letter.blocks.flatMap((block) => {
    const group = block.kind === 'group' ? block.source : undefined
    return textsIn(block).flatMap((text) =>
      parseLetterText(text).flatMap((part) =>
        'path' in part
          ? part.formats.map((format) => ({
              path: group ? part.path.replace(/^item\./, `${group}[].`) : part.path,
              format,
            }))
          : [],
      ),
    )
  })
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
