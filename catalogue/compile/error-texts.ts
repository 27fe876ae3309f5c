import type { Field, GroupField } from '../schema/fields.ts'
import { fieldsOfForm } from './conditions.ts'
import type { FormDefinition } from './form-definition.ts'
import type { Language } from './language.ts'

/** What to say when a keyword of the schema fails: by field (`saksi`, `saksi.nik` inside a group), then by keyword. */
export type ErrorTexts = Record<string, Record<string, string>>

/** Plain words for everything that a form's schema can refuse, told with the field's own name. */
export function errorTexts(definition: FormDefinition, language: Language): ErrorTexts {
  const texts: ErrorTexts = {}
  for (const field of fieldsOfForm(definition)) {
    texts[field.name] = textsOf(field, language)
    if (field.type !== 'group') continue
    for (const inner of field.fields) texts[`${field.name}.${inner.name}`] = textsOf(inner, language)
  }
  return texts
}

export const unknownField: Record<Language, string> = {
  id: 'Isian ini tidak dikenal pada layanan ini',
  en: 'This service has no such field',
}

/** For what no field speaks of: the answers as a whole. */
export const wrongShape: Record<Language, string> = {
  id: 'Jawaban harus berupa objek dengan satu isian setiap pertanyaan',
  en: 'The answers must be an object with one entry a question',
}

function textsOf(field: Field, language: Language): Record<string, string> {
  const label = field.label[language]
  const say = (id: string, en: string) => `${label}: ${language === 'id' ? id : en}`
  return { required: say('wajib diisi', 'is required'), ...shapeTexts(field, say, language) }
}

type Say = (id: string, en: string) => string

function shapeTexts(field: Field, say: Say, language: Language): Record<string, string> {
  switch (field.type) {
    case 'text':
    case 'longtext': {
      const hint = field.type === 'text' && field.pattern?.hint[language]
      return {
        type: say('harus berupa teks', 'must be text'),
        minLength: say(
          `paling sedikit ${field.minLength ?? 1} huruf`,
          `needs at least ${field.minLength ?? 1} characters`,
        ),
        maxLength: say('terlalu panjang', 'is too long'),
        pattern: hint ? say(`harus berupa ${hint}`, `must be ${hint}`) : say('tidak boleh kosong', 'must not be blank'),
      }
    }
    case 'nik':
      return both(
        say,
        ['type', 'format'],
        'harus 16 angka seperti pada KTP, dengan tanggal lahir yang benar',
        'must be the 16 digits of the identity card, with a birth date that exists',
      )
    case 'phone':
      return both(
        say,
        ['type', 'format'],
        'harus nomor telepon seluler, misalnya 081234567890',
        'must be a mobile number, such as 081234567890',
      )
    case 'email':
      return both(
        say,
        ['type', 'format', 'maxLength'],
        'harus alamat surel, misalnya nama@contoh.id',
        'must be an e-mail address, such as name@example.id',
      )
    case 'date':
      return both(
        say,
        ['type', 'format'],
        'harus tanggal yang ada, ditulis tahun-bulan-hari, misalnya 2026-11-22',
        'must be a date that exists, written year-month-day, such as 2026-11-22',
      )
    case 'number':
    case 'money':
      return numberTexts(field, say)
    case 'choice':
      return both(
        say,
        ['type', 'oneOf', 'const'],
        'harus salah satu dari pilihan yang ada',
        'must be one of the choices',
      )
    case 'multi-choice':
      return {
        ...both(
          say,
          ['type', 'oneOf', 'const', 'uniqueItems'],
          'harus dipilih dari pilihan yang ada, masing-masing sekali',
          'must be some of the choices, each once',
        ),
        minItems: say(`paling sedikit ${field.min ?? 1} pilihan`, `needs at least ${field.min ?? 1} of the choices`),
        maxItems: say(
          `paling banyak ${field.max ?? field.choices.length} pilihan`,
          `takes ${field.max ?? field.choices.length} of the choices at most`,
        ),
      }
    case 'yes-no':
      return field.mustBe
        ? both(say, ['type', 'const'], 'harus disetujui', 'must be agreed to')
        : both(say, ['type', 'oneOf', 'const'], 'harus dijawab ya atau tidak', 'must be answered with yes or no')
    case 'region':
      return both(
        say,
        ['type', 'pattern'],
        'harus dipilih dari daftar wilayah',
        'must be chosen from the list of regions',
      )
    case 'file':
      return both(say, ['type', 'format'], 'harus berupa berkas yang sudah diunggah', 'must be an uploaded file')
    case 'group':
      return groupTexts(field, say)
  }
}

function numberTexts(field: Extract<Field, { type: 'number' | 'money' }>, say: Say): Record<string, string> {
  const decimals = field.type === 'number' ? (field.decimals ?? 0) : 0
  return {
    type:
      decimals > 0
        ? say('harus berupa angka', 'must be a number')
        : say('harus berupa bilangan bulat', 'must be a whole number'),
    multipleOf: say(`paling banyak ${decimals} angka di belakang koma`, `takes ${decimals} decimals at most`),
    minimum: say(`paling sedikit ${field.minimum ?? 0}`, `must be at least ${field.minimum ?? 0}`),
    maximum:
      field.maximum === undefined
        ? say('terlalu besar', 'is too large')
        : say(`paling banyak ${field.maximum}`, `must be at most ${field.maximum}`),
  }
}

function groupTexts({ min, max }: GroupField, say: Say): Record<string, string> {
  return {
    type: say('harus berupa daftar', 'must be a list'),
    minItems: say(`harus diisi paling sedikit ${min}`, `needs at least ${min}`),
    maxItems: say(`paling banyak ${max}`, `takes ${max} at most`),
  }
}

function both(say: Say, keywords: string[], id: string, en: string): Record<string, string> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, say(id, en)]))
}
