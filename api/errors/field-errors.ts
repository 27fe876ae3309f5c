import type { z } from 'zod'
import type { LocalText } from '../../contracts/common.ts'
import { fieldName } from './field-names.ts'
import type { FieldError } from './problems.ts'

type Issue = z.core.$ZodIssue

/** What a schema refused, in plain words and with the field's name; values are never repeated. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap(describe)
}

function describe(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => one([...issue.path, key], 'unknown-field', ['tidak dikenal', 'is not known']))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => b.length - a.length).at(-1) ?? []
    return closest.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
  }
  if (isMissing(issue)) return [one(issue.path, 'required', ['wajib diisi', 'is required'])]
  return [one(issue.path, codeOf(issue), words(issue))]
}

function one(path: PropertyKey[], code: string, [id, en]: [string, string]): FieldError {
  const name = fieldName(path)
  return { field: path.map(String).join('.'), code, message: { id: `${name.id} ${id}.`, en: `${name.en} ${en}.` } }
}

function isMissing(issue: Issue): boolean {
  if (!('input' in issue) || issue.code === 'custom') return false
  return issue.input === undefined || (issue.input === '' && issue.code !== 'invalid_type')
}

const codeOf = (issue: Issue) => issue.code.replaceAll('_', '-')

const types: Record<string, LocalText> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'ya atau tidak', en: 'true or false' },
  object: { id: 'objek', en: 'an object' },
  record: { id: 'objek', en: 'an object' },
  array: { id: 'daftar', en: 'a list' },
}

function words(issue: Issue): [string, string] {
  switch (issue.code) {
    case 'invalid_type': {
      const type = types[issue.expected]
      return type ? [`harus berupa ${type.id}`, `must be ${type.en}`] : ['tidak sesuai', 'is not valid']
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ')
      return [`harus salah satu dari: ${allowed}`, `must be one of: ${allowed}`]
    }
    case 'too_small':
      return amount(
        issue.origin,
        Number(issue.minimum),
        ['paling sedikit', 'needs at least'],
        ['minimal', 'is at least'],
      )
    case 'too_big':
      return amount(issue.origin, Number(issue.maximum), ['paling banyak', 'takes at most'], ['maksimal', 'is at most'])
    case 'invalid_format':
      return format(issue)
    case 'custom': {
      const { id, en }: { id?: unknown; en?: unknown } = issue.params ?? {}
      if (typeof id === 'string' && typeof en === 'string') return [id, en]
      return ['tidak sesuai', 'is not valid']
    }
    default:
      return ['tidak sesuai', 'is not valid']
  }
}

function amount(origin: string, n: number, count: [string, string], size: [string, string]): [string, string] {
  if (origin === 'string') return [`${count[0]} ${n} huruf`, `${count[1]} ${n} characters`]
  if (origin === 'array' || origin === 'set') return [`${count[0]} ${n} butir`, `${count[1]} ${n} items`]
  return [`${size[0]} ${n}`, `${size[1]} ${n}`]
}

/** Formats told by what they are for: the pattern itself says nothing to people. */
function format(issue: Extract<Issue, { code: 'invalid_format' }>): [string, string] {
  switch (issue.path.filter((part) => typeof part === 'string').at(-1)) {
    case 'nik':
      return ['harus 16 angka seperti tertulis di KTP', 'must be the 16 digits on the identity card']
    case 'phone':
      return ['harus nomor telepon seluler, misalnya 081234567890', 'must be a mobile number, such as 081234567890']
    case 'village':
      return ['harus kode wilayah, misalnya 35.10.01.2001', 'must be a region code, such as 35.10.01.2001']
  }
  if (issue.format === 'email') return ['bukan alamat e-mail yang benar', 'is not an e-mail address']
  if (issue.format === 'datetime' || issue.format === 'date') return ['bukan tanggal yang benar', 'is not a date']
  return ['ditulis dengan bentuk yang keliru', 'is written in the wrong form']
}
