import type { OpeningDay } from '../../../contracts/me.ts'

/** How a counter stands: still to be visited today, over for today, or not open today, and when it opens next. */
export type Opening = {
  today: OpeningDay
  standing: 'open' | 'over' | 'closed'
  /** The next day it opens after today; null where the days told end before. */
  next: OpeningDay | null
  /** Later days that something named closes. */
  closures: OpeningDay[]
}

/** `now` in UTC epoch ms; null where the days told do not reach it, as those kept on a device for weeks. */
export function openingAt(days: readonly OpeningDay[], now: number, utcOffsetMinutes: number): Opening | null {
  const local = new Date(now + utcOffsetMinutes * 60_000).toISOString()
  const [date, time] = [local.slice(0, 10), local.slice(11, 16)]
  const today = days.find((day) => day.date === date)
  if (!today) return null
  const later = days.filter((day) => day.date > date)
  const closes = today.hours.at(-1)?.slice(6)
  return {
    today,
    standing: closes === undefined ? 'closed' : time < closes ? 'open' : 'over',
    next: later.find(({ hours }) => hours.length > 0) ?? null,
    closures: later.filter(({ closed }) => closed !== null),
  }
}

/** `08.00–14.00`, with a break `07.30–12.00, 13.00–16.00`; `separator` stands between hours and minutes. */
export function hoursText(hours: readonly string[], separator: '.' | ':'): string {
  return hours.map((span) => span.replace('-', '–').replaceAll(':', separator)).join(', ')
}
