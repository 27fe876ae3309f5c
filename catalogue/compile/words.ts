import type { ClockBudget } from '../../domain/service.ts'
import type { LocalText, Source } from '../schema/common.ts'

/** "5 hari kerja", "15 menit kerja". */
export function durationText({ unit, amount }: ClockBudget): LocalText {
  return unit === 'working-days'
    ? { id: `${amount} hari kerja`, en: `${amount} working ${amount === 1 ? 'day' : 'days'}` }
    : { id: `${amount} menit kerja`, en: `${amount} working ${amount === 1 ? 'minute' : 'minutes'}` }
}

/** Document and article; seed data that nobody confirmed says so. */
export function sourceText({ document, article, illustrative }: Source): LocalText {
  const text = article ? `${document}, ${article}` : document
  return illustrative
    ? { id: `${text} (ilustrasi, belum dipastikan)`, en: `${text} (illustrative, unconfirmed)` }
    : { id: text, en: text }
}
