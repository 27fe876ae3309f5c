import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import { choiceLabel, regionTitle } from '../../catalogue/compile/labels.ts'
import type { Regions } from '../../catalogue/regions.ts'
import type { LocalText } from '../../contracts/common.ts'
import type { PublicEntry } from '../../contracts/register.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { standingToday } from '../register/standing.ts'
import type { EntryWords } from '../register/words.ts'

/** Only what the register makes public, and how the licence stands today. A NIK is in none of it. */
export function presentPublicEntry(row: RegisterRecord, words: EntryWords, regions: Regions): PublicEntry {
  const shown = new Set(words.register?.publicFields ?? [])
  return {
    register: row.register,
    document: row.document,
    title: words.title,
    number: shown.has('number') ? row.number : null,
    holder: shown.has('holder') ? row.holder.name : null,
    issuedAt: shown.has('issuedAt') ? row.validFrom.toISOString() : null,
    validUntil: shown.has('validUntil') ? (row.validUntil?.toISOString() ?? null) : null,
    agency: shown.has('agency') ? words.agency : null,
    answers: publicAnswers(row, words, regions),
    today: standingToday(row),
  }
}

function publicAnswers({ fields }: RegisterRecord, { register, definition }: EntryWords, regions: Regions) {
  const form = fieldsOfForm(definition)
  return (register?.publicAnswers ?? []).flatMap((name): PublicEntry['answers'] => {
    const field = form.find((each) => each.name === name)
    const value = fields[name]
    if (!field || (typeof value !== 'string' && typeof value !== 'number')) return []
    return [{ label: field.label, text: wordsFor(field.type, name, value, definition, regions) }]
  })
}

function wordsFor(
  type: string,
  name: string,
  value: string | number,
  definition: EntryWords['definition'],
  regions: Regions,
): LocalText {
  const same = (text: string) => ({ id: text, en: text })
  if (type === 'region') return same(regionTitle(regions, String(value)) ?? String(value))
  if (type !== 'choice') return same(String(value))
  const label = (language: 'id' | 'en') => choiceLabel(definition, name, String(value), language) ?? String(value)
  return { id: label('id'), en: label('en') }
}
