import type { LocalText } from '../../contracts/common.ts'
import type { Proposal } from '../../domain/case/events.ts'
import { isCorrectionClock, termClock } from '../../domain/case/state.ts'
import { longDateTime } from '../../domain/indonesian-time.ts'

type Reprojected = Extract<Proposal, { type: 'clock-reprojected' }>

/** What is known of a calendar beside the case. */
export type CalendarWords = {
  utcOffsetMinutes: number
  /** Why its versions after `was` and up to `now` changed, and by which letter; empty where a pack brought them. */
  changes(calendar: string, was: number, now: number): { reason: string; source: string }[]
}

/** Whether it is the applicant's to know: the end of the service's term, or of their own time, has moved. */
export function tellsOfMove({ data: { clock, instants, was } }: Reprojected): boolean {
  if (clock.id !== termClock && !isCorrectionClock(clock.id)) return false
  return !!was?.dueAt && !!instants?.dueAt && was.dueAt !== instants.dueAt
}

/** `Jangka waktu layanan dihitung ulang: cuti bersama … (SKB …). Jatuh tempo …, semula ….` */
export function calendarSentence({ data }: Reprojected, name: LocalText, words: CalendarWords): LocalText {
  const { clock, instants, was } = data
  const changes = was ? words.changes(clock.rule.calendar, was.calendarVersion, instants?.calendarVersion ?? 0) : []
  const why = changes.map(({ reason, source }) => `${reason} (${source})`).join('; ')
  const moved = movedWords(was?.dueAt, instants?.dueAt, words.utcOffsetMinutes)
  return {
    id: `${capital(name.id)} dihitung ulang menurut kalender baru${why && `: ${why}`}.${moved.id}`,
    en: `${capital(name.en)} was counted again by the new calendar${why && `: ${why}`}.${moved.en}`,
  }
}

function movedWords(was: number | null | undefined, now: number | null | undefined, offset: number): LocalText {
  if (!was || !now) return { id: '', en: '' }
  const [before, after] = [longDateTime(was, offset), longDateTime(now, offset)]
  if (was === now) return { id: ` Jatuh tempo tetap ${after}.`, en: ` Still due ${enDate(now, offset)}.` }
  return {
    id: ` Jatuh tempo ${after}, semula ${before}.`,
    en: ` Due ${enDate(now, offset)}, before that ${enDate(was, offset)}.`,
  }
}

const english = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "Monday 16 March 2026 at 15:00": put together here, for the marks between the parts differ from one ICU to the next. */
function enDate(instant: number, offset: number): string {
  const parts = english.formatToParts(instant + offset * 60_000)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')} at ${of('hour')}:${of('minute')}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
