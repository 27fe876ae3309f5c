import type { CalendarDetail } from '../../../contracts/calendars.ts'
import { type Calendar, type ClosureKind, dayPlanner } from '../../../domain/working-time/index.ts'

const dayMs = 86_400_000

/** `counters`: nobody works for terms, but counters are open. */
export type DayMark = ClosureKind | 'counters' | 'extra' | 'off' | 'season' | 'work'
/** A day of a month: its number, how it is marked, and what it is called where it has a name. */
export type YearDay = { date: string; day: number; mark: DayMark; name: { id: string; en: string } | null }
/** `lead`: empty places before the first, in a week that begins on Monday. */
export type YearMonth = { month: number; lead: number; days: YearDay[] }

/** A calendar's year, month by month; days it does not cover are left as any other. */
export function yearOf(calendar: CalendarDetail, year: number): YearMonth[] {
  const plan = dayPlanner(asCalendar(calendar))
  const closures = new Map(calendar.closures.map((closure) => [closure.date, closure]))
  const extra = new Map(calendar.extraWorkingDays.map((day) => [day.date, day]))
  const markOf = (date: string, number: number): Pick<YearDay, 'mark' | 'name'> => {
    const closure = closures.get(date)
    if (closure) return { mark: closure.kind, name: closure.name }
    const added = extra.get(date)
    if (added) return { mark: 'extra', name: added.name }
    const { working, opening } = plan(number)
    if (working.length === 0) return { mark: opening.length > 0 ? 'counters' : 'off', name: null }
    const season = calendar.seasons.find(({ from, until }) => from <= date && date <= until)
    return season ? { mark: 'season', name: season.name } : { mark: 'work', name: null }
  }
  return Array.from({ length: 12 }, (_, month) => {
    const first = Date.UTC(year, month, 1) / dayMs
    const length = Date.UTC(year, month + 1, 1) / dayMs - first
    const days = Array.from({ length }, (_, index) => {
      const date = new Date((first + index) * dayMs).toISOString().slice(0, 10)
      return { date, day: index + 1, ...markOf(date, first + index) }
    })
    return { month: month + 1, lead: (new Date(first * dayMs).getUTCDay() + 6) % 7, days }
  })
}

function asCalendar({ openingHours, ...rest }: CalendarDetail): Calendar {
  const { extends: _extends, versions: _versions, usedBy: _usedBy, ...calendar } = rest
  return (openingHours ? { ...calendar, openingHours } : calendar) as Calendar
}
