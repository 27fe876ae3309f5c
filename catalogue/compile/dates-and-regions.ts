import type { Regions } from '../regions.ts'
import type { Field, PlainField } from '../schema/fields.ts'
import { fieldsOfForm, isRecord } from './conditions.ts'
import type { FormDefinition } from './form-definition.ts'
import { formats } from './formats.ts'
import type { Language } from './language.ts'
import type { AnswerError } from './validate-answers.ts'

type World = { today: string; regions: Regions }

/** What a schema cannot know: what day it is, and which regions there are. Answers of a wrong shape are passed over here. */
export function dateAndRegionErrors(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  language: Language,
  world: World,
): AnswerError[] {
  return fieldsOfForm(definition).flatMap((field) => errorsOf(field, answers[field.name], field.name, language, world))
}

function errorsOf(field: Field, answer: unknown, path: string, language: Language, world: World): AnswerError[] {
  if (field.type === 'group') {
    if (!Array.isArray(answer)) return []
    return answer.flatMap((item: unknown, at) =>
      isRecord(item)
        ? field.fields.flatMap((inner) =>
            errorsOf(inner, item[inner.name], `${path}.${at}.${inner.name}`, language, world),
          )
        : [],
    )
  }
  if (typeof answer !== 'string') return []
  if (field.type === 'date' && formats.date.test(answer)) return boundErrors(field, answer, path, language, world.today)
  if (field.type === 'region' && !world.regions.has(answer)) {
    const says = { id: 'tidak ada dalam daftar wilayah', en: 'is not in the list of regions' }
    return [{ field: path, message: `${field.label[language]}: ${says[language]}`, code: 'region' }]
  }
  return []
}

type DateField = Extract<PlainField, { type: 'date' }>

function boundErrors(field: DateField, date: string, path: string, language: Language, today: string): AnswerError[] {
  const error = (id: string, en: string): AnswerError[] => [
    { field: path, message: `${field.label[language]}: ${{ id, en }[language]}`, code: 'bounds' },
  ]
  const { notBefore, notAfter } = field
  if (notBefore !== undefined && date < (notBefore === 'today' ? today : notBefore)) {
    return notBefore === 'today'
      ? error('tidak boleh sebelum hari ini', 'must not be before today')
      : error(`tidak boleh sebelum ${notBefore}`, `must not be before ${notBefore}`)
  }
  if (notAfter !== undefined && date > (notAfter === 'today' ? today : notAfter)) {
    return notAfter === 'today'
      ? error('tidak boleh sesudah hari ini', 'must not be after today')
      : error(`tidak boleh sesudah ${notAfter}`, `must not be after ${notAfter}`)
  }
  return []
}
