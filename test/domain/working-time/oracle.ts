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

type Minute = { at: Instant; date: string; working: boolean; open: boolean; minutesOfDay: number }

export type Oracle = {
  /** undefined: the calendar ends first. */
  start: (unit: Unit, receivedAt: Instant) => Instant | undefined
  spent: (unit: Unit, receivedAt: Instant, pauses: readonly Pause[], from: Instant, to: Instant) => number | undefined
  reach: (budget: Budget, receivedAt: Instant, pauses: readonly Pause[], percent: number) => Instant | null | undefined
}

export function makeOracle(calendar: Calendar): Oracle {
  const minutes = layOut(calendar)
  const begin = minutes[0]?.at ?? 0
  const indexOf = (instant: Instant) => Math.floor((instant - begin) / minute)

  const start: Oracle['start'] = (unit, receivedAt) => {
    let index = indexOf(receivedAt)
    const today = minutes[index]?.date
    if (unit === 'working-minutes') {
      while (minutes[index] && !minutes[index]?.working) index += 1
      return minutes[index]?.at
    }
    let stillOpen = false
    for (let i = index; minutes[i]?.date === today && today !== undefined; i += 1)
      stillOpen ||= minutes[i]?.open ?? false
    if (!stillOpen) {
      while (minutes[index]?.date === today && minutes[index]) index += 1
      const receives = calendar.receiptRule.afterClosing === 'next-opening-day' ? 'open' : 'working'
      while (minutes[index] && !minutes[index]?.[receives]) index += 1
    }
    const received = minutes[index]?.date
    if (received === undefined) return undefined
    if (!calendar.receiptRule.excludesDayOfReceipt) while (minutes[index - 1]?.date === received) index -= 1
    else while (minutes[index]?.date === received) index += 1
    while (minutes[index] && !minutes[index]?.working) index += 1
    return minutes[index]?.at
  }

  const weight = (unit: Unit, at: Minute) => (unit === 'working-days' ? 1 / at.minutesOfDay : 1)
  const paused = (pauses: readonly Pause[], at: Instant) =>
    pauses.some(({ from, until }) => from <= at && (until === undefined || until === null || at < until))

  return {
    start,
    spent: (unit, receivedAt, pauses, from, to) => {
      const started = start(unit, receivedAt)
      if (started === undefined) return undefined
      let sum = 0
      for (const at of minutes.slice(Math.max(0, indexOf(Math.max(from, started))), indexOf(to))) {
        if (at.working && !paused(pauses, at.at)) sum += weight(unit, at)
      }
      return sum
    },
    reach: ({ unit, amount }, receivedAt, pauses, percent) => {
      const started = start(unit, receivedAt)
      if (started === undefined) return undefined
      let left = (amount * percent) / 100
      for (let index = indexOf(started); ; index += 1) {
        const at = minutes[index]
        if (!at) return pauses.some(({ until }) => until === undefined || until === null) ? null : undefined
        if (!at.working || paused(pauses, at.at)) continue
        const worth = weight(unit, at)
        if (left <= worth + 1e-9) return Math.ceil(at.at + Math.min(1, left / worth) * minute - 1e-3)
        left -= worth
      }
    },
  }
}

function layOut(calendar: Calendar): Minute[] {
  const minutes: Minute[] = []
  const last = Date.parse(`${calendar.coversUntil}T00:00:00Z`)
  for (let midnight = Date.parse(`${calendar.coversFrom}T00:00:00Z`); midnight <= last; midnight += 1440 * minute) {
    const date = new Date(midnight).toISOString().slice(0, 10)
    const hours = hoursOf(calendar, date)
    const working = minutesOf(hours.working)
    const open = minutesOf(hours.opening)
    const minutesOfDay = working.filter(Boolean).length
    for (let m = 0; m < 1440; m += 1) {
      minutes.push({
        at: midnight + (m - calendar.utcOffsetMinutes) * minute,
        date,
        working: working[m] ?? false,
        open: open[m] ?? false,
        minutesOfDay,
      })
    }
  }
  return minutes
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

/** Which of the day's 1440 minutes lie in the hours. */
function minutesOf(hours: readonly string[]): boolean[] {
  const marked = new Array<boolean>(1440).fill(false)
  for (const text of hours) {
    const [fromHour, fromMinute, toHour, toMinute] = text.split(/[:-]/).map(Number)
    marked.fill(true, Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute))
  }
  return marked
}
