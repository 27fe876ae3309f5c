import {
  type Calendar,
  type CalendarProblem,
  type Closure,
  checkCalendar,
  type ExtraWorkingDay,
  isLayer,
  type LocalDate,
  layOver,
  lostDays,
  type Season,
  type WrittenCalendar,
} from '../domain/working-time/index.ts'
import { digestOf } from './digest.ts'

/** What is announced: days off and days on, seasons (one of the same code is replaced), and closures taken back. */
export type CalendarChange = {
  closures?: readonly Closure[]
  withdraws?: readonly LocalDate[]
  extraWorkingDays?: readonly ExtraWorkingDay[]
  seasons?: readonly Season[]
  /** The letter, for closures that are taken back. */
  source: string
}

/** A calendar in force, whole and as it is written. */
export type InForce = { version: number; calendar: Calendar; written: WrittenCalendar }

/** A version to be: `follows` where it is only because of the calendar that it extends. */
export type PlannedVersion = {
  code: string
  version: number
  calendar: Calendar
  written: WrittenCalendar
  follows: { code: string; version: number } | null
}

export type ChangePlan = { versions: PlannedVersion[]; problems: (CalendarProblem & { code: string })[] }

/** The next version of a calendar with the change, and of each calendar that stands on it. Throws RangeError for an unknown code. */
export function planChange(all: ReadonlyMap<string, InForce>, code: string, change: CalendarChange): ChangePlan {
  const known = all.get(code)
  if (!known) throw new RangeError(`no calendar ${code} is in force`)
  const version = known.version + 1
  const below = isLayer(known.written) ? all.get(known.written.extends)?.calendar : undefined
  const { written, problems } = changed({ ...known.written, version }, change, below)
  const first: PlannedVersion = { code, version, written, calendar: whole(written, below), follows: null }
  const versions = [first, ...following(all, first)]
  const wrong = versions.flatMap((each) => checkCalendar(each.calendar).map((one) => ({ ...one, code: each.code })))
  return { versions, problems: [...problems.map((one) => ({ ...one, code })), ...wrong] }
}

/** The next versions of whatever stands on a calendar that changed, nearest first; none for what it does not change. */
export function following(all: ReadonlyMap<string, InForce>, base: PlannedVersion): PlannedVersion[] {
  return [...all].flatMap(([code, { version, calendar, written }]): PlannedVersion[] => {
    if (!isLayer(written) || written.extends !== base.code) return []
    const layer = { ...written, version: version + 1 }
    const laid = layOver(base.calendar, layer)
    if (saysTheSame(laid, calendar)) return []
    const follows = { code: base.code, version: base.version }
    const next: PlannedVersion = { code, version: version + 1, written: layer, calendar: laid, follows }
    return [next, ...following(all, next)]
  })
}

/** But for the number of the version. */
export function saysTheSame(one: Calendar, other: Calendar): boolean {
  return digestOf({ ...one, version: 0 }) === digestOf({ ...other, version: 0 })
}

const whole = (written: WrittenCalendar, below: Calendar | undefined): Calendar => {
  if (!isLayer(written)) return written
  if (!below) throw new RangeError(`no calendar ${written.extends} is in force, which ${written.code} extends`)
  return layOver(below, written)
}

function changed(
  written: WrittenCalendar,
  change: CalendarChange,
  below: Calendar | undefined,
): { written: WrittenCalendar; problems: CalendarProblem[] } {
  const own = written.closures ?? []
  const withdrawn = new Set(change.withdraws ?? [])
  const kept = own.filter(({ date }) => !withdrawn.has(date))
  const inherited = (change.withdraws ?? []).filter((date) => below?.closures.some((closure) => closure.date === date))
  const unknown = (change.withdraws ?? []).filter(
    (date) => !inherited.includes(date) && !own.some((closure) => closure.date === date),
  )
  const seasons = change.seasons ?? []
  const replaced = new Set(seasons.map(({ code }) => code))
  const next: WrittenCalendar = {
    ...written,
    closures: byDate([...kept, ...(change.closures ?? [])]),
    extraWorkingDays: byDate([...(written.extraWorkingDays ?? []), ...(change.extraWorkingDays ?? [])]),
    seasons: [...(written.seasons ?? []).filter(({ code }) => !replaced.has(code)), ...seasons].sort((a, b) =>
      a.from.localeCompare(b.from),
    ),
    ...(inherited.length > 0 && isLayer(written)
      ? {
          worksThrough: [
            ...(written.worksThrough ?? []),
            ...inherited.map((date) => ({ date, source: change.source })),
          ],
        }
      : {}),
  }
  const problems = unknown.map((date): CalendarProblem => {
    const path = ['withdraws', change.withdraws?.indexOf(date) ?? 0]
    return { path, message: `${date} is no closure of ${written.code}` }
  })
  return { written: next, problems: [...problems, ...lostBy(change, next, below)] }
}

/** Extra working days that the change itself brings to nothing; those that a closure below has done so stay as they are. */
function lostBy(change: CalendarChange, next: WrittenCalendar, below: Calendar | undefined): CalendarProblem[] {
  if (!below || !isLayer(next)) return []
  const spoken = new Set([...(change.extraWorkingDays ?? []), ...(change.closures ?? [])].map(({ date }) => date))
  const days = next.extraWorkingDays ?? []
  return lostDays(below, next).filter(({ path: [, index] }) => spoken.has(days[Number(index)]?.date ?? ''))
}

function byDate<Entry extends { date: LocalDate }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.date.localeCompare(b.date))
}
