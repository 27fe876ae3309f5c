import { type Hours, type LocalDate, type Weekday, weekdays } from './calendar.ts'

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** Minutes since local midnight. */
export type Span = { from: number; to: number }

/** Days since 1970-01-01 of a local date; null where it is no date. */
export function dayNumber(date: LocalDate): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const ms = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(ms) || localDate(ms / dayMs) !== date ? null : ms / dayMs
}

export function localDate(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday'
}

/** `07:30-12:00` as minutes; null where it is malformed, empty or turned round. `24:00` may end a day. */
export function parseHours(hours: Hours): Span | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(hours)
  if (!match) return null
  const from = Number(match[1]) * 60 + Number(match[2])
  const to = match[3] === undefined ? 1440 : Number(match[3]) * 60 + Number(match[4])
  return from < to ? { from, to } : null
}

/** Several hours of one day; null where one is malformed or they are not in order and apart. */
export function parseDay(hours: readonly Hours[]): Span[] | null {
  const spans: Span[] = []
  for (const text of hours) {
    const span = parseHours(text)
    const last = spans.at(-1)
    if (!span || (last && span.from < last.to)) return null
    spans.push(span)
  }
  return spans
}
