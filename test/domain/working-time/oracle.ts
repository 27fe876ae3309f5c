/**
 * The slow second opinion: reads a calendar's data for itself and walks it minute by minute, adding up plain fractions.
 * It shares nothing with `domain/working-time` but the types of the data. Its instants fall on whole minutes.
 */
import type {
  Budget,
  Calendar,
  DatedHours,
  Instant,
  Pause,
  Unit,
  WeeklyHours,
} from '../../../domain/working-time/index.ts'

const minute = 60_000
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Every minute the calendar covers, from its first local midnight on; lists of bytes, for years of minutes are many. */
type Minutes = {
  begin: Instant
  count: number
  working: Uint8Array
  open: Uint8Array
  /** By day. */
  workingOfDay: Uint16Array
}

export type Oracle = {
  /** undefined: the calendar ends first. */
  start: (unit: Unit, receivedAt: Instant) => Instant | undefined
  spent: (unit: Unit, receivedAt: Instant, pauses: readonly Pause[], from: Instant, to: Instant) => number | undefined
  reach: (budget: Budget, receivedAt: Instant, pauses: readonly Pause[], percent: number) => Instant | null | undefined
  /** What the last working minute up to then counts for. */
  worth: (unit: Unit, at: Instant) => number
}

export function makeOracle(calendar: Calendar): Oracle {
  const { begin, count, working, open, workingOfDay } = layOut(calendar)
  const indexOf = (instant: Instant) => Math.floor((instant - begin) / minute)
  const at = (index: number) => begin + index * minute
  const dayOf = (index: number) => Math.floor(index / 1440)
  /** The first minute of its kind from here on; undefined where the calendar ends before it. */
  const next = (kind: Uint8Array, from: number) => {
    let index = from
    while (index < count && kind[index] === 0) index += 1
    return index < count ? index : undefined
  }

  const start: Oracle['start'] = (unit, receivedAt) => {
    const index = indexOf(receivedAt)
    if (index < 0 || index >= count) return undefined
    const first = unit === 'working-minutes' ? next(working, index) : firstOfDays(index)
    return first === undefined ? undefined : at(first)
  }

  function firstOfDays(index: number): number | undefined {
    const today = dayOf(index)
    const openLater = next(open, index)
    let received = today
    if (openLater === undefined || dayOf(openLater) !== today) {
      const receives = calendar.receiptRule.afterClosing === 'next-opening-day' ? open : working
      const other = next(receives, (today + 1) * 1440)
      if (other === undefined) return undefined
      received = dayOf(other)
    }
    return next(working, (received + (calendar.receiptRule.excludesDayOfReceipt ? 1 : 0)) * 1440)
  }

  const weight = (unit: Unit, index: number) =>
    unit === 'working-days' ? 1 / (workingOfDay[dayOf(index)] ?? Number.NaN) : 1
  const paused = (pauses: readonly Pause[], instant: Instant) =>
    pauses.some(({ from, until }) => from <= instant && (until === undefined || until === null || instant < until))

  return {
    start,
    spent: (unit, receivedAt, pauses, from, to) => {
      const started = start(unit, receivedAt)
      if (started === undefined) return undefined
      let sum = 0
      const end = Math.min(count, indexOf(to))
      for (let index = Math.max(0, indexOf(Math.max(from, started))); index < end; index += 1) {
        if (working[index] && !paused(pauses, at(index))) sum += weight(unit, index)
      }
      return sum
    },
    reach: ({ unit, amount }, receivedAt, pauses, percent) => {
      const started = start(unit, receivedAt)
      if (started === undefined) return undefined
      let left = (amount * percent) / 100
      for (let index = indexOf(started); index < count; index += 1) {
        if (!working[index] || paused(pauses, at(index))) continue
        const worth = weight(unit, index)
        if (left <= worth + 1e-9) return Math.ceil(at(index) + Math.min(1, left / worth) * minute - 1e-3)
        left -= worth
      }
      return pauses.some(({ until }) => until === undefined || until === null) ? null : undefined
    },
    worth: (unit, instant) => {
      let index = Math.min(count - 1, indexOf(instant))
      while (index > 0 && !working[index]) index -= 1
      return weight(unit, index)
    },
  }
}

function layOut(calendar: Calendar): Minutes {
  const first = Date.parse(`${calendar.coversFrom}T00:00:00Z`)
  const days = (Date.parse(`${calendar.coversUntil}T00:00:00Z`) - first) / (1440 * minute) + 1
  const count = days * 1440
  const [working, open, workingOfDay] = [new Uint8Array(count), new Uint8Array(count), new Uint16Array(days)]
  for (let day = 0; day < days; day += 1) {
    const hours = hoursOf(calendar, new Date(first + day * 1440 * minute).toISOString().slice(0, 10))
    const workingToday = minutesOf(hours.working)
    working.set(workingToday, day * 1440)
    open.set(minutesOf(hours.opening), day * 1440)
    workingOfDay[day] = workingToday.reduce((sum, one) => sum + one, 0)
  }
  return { begin: first - calendar.utcOffsetMinutes * minute, count, working, open, workingOfDay }
}

function hoursOf(calendar: Calendar, date: string): { working: readonly string[]; opening: readonly string[] } {
  if (calendar.closures.some((closure) => closure.date === date)) return { working: [], opening: [] }
  const of = (week: WeeklyHours | undefined) =>
    week?.[names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'] ?? []
  const inForce = (entries: readonly DatedHours[] | undefined) =>
    entries?.find(({ from, until }) => from <= date && (until === undefined || date <= until))?.week
  const season = calendar.seasons.find(({ from, until }) => from <= date && date <= until)
  const extra = calendar.extraWorkingDays.find((day) => day.date === date)
  const working = extra?.working ?? of(season ? season.working : inForce(calendar.workingHours))
  if (!calendar.openingHours) return { working, opening: extra?.opening ?? working }
  return { working, opening: extra?.opening ?? of(season?.opening ?? inForce(calendar.openingHours)) }
}

/** Which of the day's 1440 minutes lie in the hours: 1, else 0. */
function minutesOf(hours: readonly string[]): Uint8Array {
  const marked = new Uint8Array(1440)
  for (const text of hours) {
    const [fromHour, fromMinute, toHour, toMinute] = text.split(/[:-]/).map(Number)
    marked.fill(1, Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute))
  }
  return marked
}
