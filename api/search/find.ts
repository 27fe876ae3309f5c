import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { rowFields } from '../applications/list.ts'
import { beginningWith } from '../case/beginning-with.ts'
import type { AccessFilter } from '../middleware/ability.ts'

export const mostFound = 50

export type SearchKind = 'nik' | 'number' | 'name'

/** What a text in the search field is: sixteen digits are a NIK, words without a digit a name, anything else a number. */
export function kindOf(text: string): SearchKind {
  if (/^\d{16}$/.test(text.replace(/[\s.-]/g, ''))) return 'nik'
  return /\d/.test(text) ? 'number' : 'name'
}

/** Cases within the person's reach, newest first. */
export async function search(text: string, kind: SearchKind, may: AccessFilter): Promise<ApplicationRecord[]> {
  const wanted = filters[kind](text)
  return Application.find({ ...wanted, $and: [may] })
    .sort({ acceptedAt: -1 })
    .limit(mostFound)
    .select(rowFields)
    .lean<ApplicationRecord[]>()
}

const filters: Record<SearchKind, (text: string) => Record<string, unknown>> = {
  nik: (text) => ({ 'applicant.nik': text.replace(/[\s.-]/g, '') }),
  /** The case's own, or the one its file had in an old register. */
  number: (text) => ({
    $or: [{ number: beginningWith(text.toUpperCase()) }, { 'imported.reference': beginningWith(text) }],
  }),
  name: (text) => ({ $text: { $search: everyWord(text) } }),
}

/** Each word in quotation marks: MongoDB then wants all of them, in whatever order. */
function everyWord(text: string): string {
  const words = text.match(/[\p{L}\p{M}']+/gu) ?? []
  return words.map((word) => `"${word}"`).join(' ')
}
