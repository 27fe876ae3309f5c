import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { beginningWith } from '../case/beginning-with.ts'

export const mostShown = 20

/** A register with who may be looked for in it. */
export type Askable = { code: string; byHolder: boolean }

/**
 * Entries of public registers: by the beginning of a number, or by every word of a holder's name where the register makes
 * names public; without words the newest. One more than is shown, to tell that there are more.
 */
export async function findPublic(registers: readonly Askable[], q: string | undefined): Promise<RegisterRecord[]> {
  const codes = registers.map(({ code }) => code)
  const named = registers.filter(({ byHolder }) => byHolder).map(({ code }) => code)
  const byNumber = q === undefined || /\d/.test(q)
  const wanted = byNumber
    ? { register: { $in: codes }, ...(q ? { number: beginningWith(q.toUpperCase()) } : {}) }
    : { register: { $in: named }, $text: { $search: everyWord(q) } }
  return RegisterEntry.find(wanted)
    .sort({ validFrom: -1, _id: 1 })
    .limit(mostShown + 1)
    .lean<RegisterRecord[]>()
}

/** Each word in quotation marks: MongoDB then wants all of them, in whatever order. */
function everyWord(text: string): string {
  const words = text.match(/[\p{L}\p{M}']+/gu) ?? []
  return words.map((word) => `"${word}"`).join(' ')
}
