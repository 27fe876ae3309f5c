import type { Calendar, Closure, DatedHours, ExtraWorkingDay, LocalDate, ReceiptRule, Season } from './calendar.ts'
import type { CalendarProblem } from './check-calendar.ts'

/** A day of the calendar below on which work goes on here: the usual hours count. */
export type WorkedThrough = { date: LocalDate; source: string }

/**
 * An agency's or service point's calendar as what differs from the one it extends. Zone, days covered, closures and extra
 * working days come from there; hours and receipt rule where it has none of its own; a season of the same code takes the
 * place of the one there.
 */
export type CalendarLayer = {
  code: string
  version: number
  name: Calendar['name']
  extends: string
  workingHours?: readonly DatedHours[]
  openingHours?: readonly DatedHours[]
  seasons?: readonly Season[]
  closures?: readonly Closure[]
  extraWorkingDays?: readonly ExtraWorkingDay[]
  worksThrough?: readonly WorkedThrough[]
  receiptRule?: ReceiptRule
}

/** A calendar as it is written: whole, or on top of another. */
export type WrittenCalendar = Calendar | CalendarLayer

export const isLayer = (written: WrittenCalendar): written is CalendarLayer => 'extends' in written

/**
 * The layer as a whole calendar. A closure is one closure, whoever announced it; a day that is closed on either side is
 * closed, unless the layer works through it.
 */
export function layOver(below: Calendar, layer: CalendarLayer): Calendar {
  const { code, version, name, worksThrough = [] } = layer
  const worked = new Set(worksThrough.map(({ date }) => date))
  const inherited = below.closures.filter(({ date }) => !worked.has(date))
  const known = new Set(inherited.map(({ date }) => date))
  const closures = inOrder([...inherited, ...(layer.closures ?? []).filter(({ date }) => !known.has(date))])
  const closed = new Set(closures.map(({ date }) => date))
  const extra = new Map(
    [...below.extraWorkingDays, ...(layer.extraWorkingDays ?? [])].map((entry) => [entry.date, entry]),
  )
  const own = layer.seasons ?? []
  const replaced = new Set(own.map((season) => season.code))
  const openingHours = layer.openingHours ?? below.openingHours
  return {
    code,
    version,
    name,
    utcOffsetMinutes: below.utcOffsetMinutes,
    coversFrom: below.coversFrom,
    coversUntil: below.coversUntil,
    workingHours: layer.workingHours ?? below.workingHours,
    ...(openingHours ? { openingHours } : {}),
    seasons: [...below.seasons.filter((season) => !replaced.has(season.code)), ...own].sort((a, b) =>
      a.from.localeCompare(b.from),
    ),
    closures,
    extraWorkingDays: inOrder([...extra.values()].filter(({ date }) => !closed.has(date))),
    receiptRule: layer.receiptRule ?? below.receiptRule,
  }
}

/** What is wrong with a layer over the calendar it extends, by its own entries; whatever else shows on the whole. */
export function checkLayer(below: Calendar, layer: CalendarLayer): CalendarProblem[] {
  const closed = new Set(below.closures.map(({ date }) => date))
  const idle = (layer.worksThrough ?? []).flatMap(({ date }, index): CalendarProblem[] =>
    closed.has(date)
      ? []
      : [{ path: ['worksThrough', index], message: `${date} is no closure of ${below.code}, which it extends` }],
  )
  if (!layer.workingHours) return idle
  const own = new Set((layer.seasons ?? []).map(({ code }) => code))
  const unsaid = below.seasons.filter(({ code }) => !own.has(code)).map(({ code }) => code)
  if (unsaid.length === 0) return idle
  const message = `has hours of its own, but not for ${unsaid.join(', ')}: the hours of ${below.code} would hold there`
  return [...idle, { path: ['seasons'], message }]
}

function inOrder<Entry extends { date: LocalDate }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.date.localeCompare(b.date))
}
