import type { RequiredDocument } from '../../catalogue/schema/documents.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { LocalText } from '../../contracts/common.ts'
import type { Attachment } from '../../models/case/application.ts'
import { fileAnswers } from '../case/answers.ts'
import type { FieldError } from '../errors/problems.ts'

/** What is known of a stored file: the type is what its content says. */
export type FileFacts = { type: string; size: number }

/** A file that is sent, where it stands in the request, and what is asked of it. */
export type FileWish = { field: string; name: LocalText; file: string; types: readonly string[]; maxBytes: number }

/** Every file of an application: its documents, and the answers to fields that take one. */
export function fileWishes(
  definition: ServiceDefinition,
  answers: Record<string, unknown>,
  due: RequiredDocument[],
  attachments: Attachment[],
): FileWish[] {
  const documents = attachments.flatMap(({ code, file }) => {
    const wanted = due.find((each) => each.code === code)
    return wanted
      ? [{ field: `documents.${code}`, name: wanted.name, file, types: wanted.types, maxBytes: wanted.maxBytes }]
      : []
  })
  const fields = fileAnswers(definition, answers).map(({ path, value, field }) => ({
    field: `answers.${path}`,
    name: field.label,
    file: value,
    types: field.types,
    maxBytes: field.maxBytes,
  }))
  return [...documents, ...fields]
}

export function fileErrors(wishes: FileWish[], known: Map<string, FileFacts>): FieldError[] {
  return wishes.flatMap((wish): FieldError[] => {
    const file = known.get(wish.file)
    if (!file) return [told(wish, 'file-unknown', unknownFile)]
    if (!wish.types.includes(file.type)) return [told(wish, 'file-type', wrongType(wish.types))]
    if (file.size > wish.maxBytes) return [told(wish, 'file-size', tooLarge(wish.maxBytes))]
    return []
  })
}

function told({ field, name }: FileWish, code: string, words: LocalText): FieldError {
  return { field, code, message: { id: `${name.id}: ${words.id}`, en: `${name.en}: ${words.en}` } }
}

const unknownFile: LocalText = {
  id: 'berkas ini tidak ada, bukan unggahan Anda, atau sudah dipakai permohonan lain.',
  en: 'this file does not exist, is not your upload, or belongs to another application.',
}

const short: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
}

function wrongType(types: readonly string[]): LocalText {
  const names = types.map((type) => short[type] ?? type).join(', ')
  return { id: `harus berupa ${names}.`, en: `must be ${names}.` }
}

function tooLarge(maxBytes: number): LocalText {
  const megabytes = Math.floor((maxBytes / 1024 / 1024) * 10) / 10
  return { id: `paling besar ${megabytes} MB.`, en: `takes at most ${megabytes} MB.` }
}
