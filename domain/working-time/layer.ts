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
  const wrong = [...idle, ...lostDays(below, layer)]
  if (!layer.workingHours) return wrong
  const own = new Set((layer.seasons ?? []).map(({ code }) => code))
  const unsaid = below.seasons.filter(({ code }) => !own.has(code)).map(({ code }) => code)
  if (unsaid.length === 0) return wrong
  const message = `has hours of its own, but not for ${unsaid.join(', ')}: the hours of ${below.code} would hold there`
  return [...wrong, { path: ['seasons'], message }]
}

/** Extra working days of the layer's own that would count for nothing: on a day that is closed, or there twice. */
export function lostDays(below: Calendar, layer: CalendarLayer): CalendarProblem[] {
  const worked = new Set((layer.worksThrough ?? []).map(({ date }) => date))
  const closedBelow = new Set(below.closures.flatMap(({ date }) => (worked.has(date) ? [] : date)))
  const closedHere = new Set((layer.closures ?? []).map(({ date }) => date))
  const dates = (layer.extraWorkingDays ?? []).map(({ date }) => date)
  return dates.flatMap((date, index): CalendarProblem[] => {
    const path = ['extraWorkingDays', index, 'date']
    if (dates.indexOf(date) < index) return [{ path, message: `${date} is added twice` }]
    if (closedHere.has(date)) return [{ path, message: `${date} is also a closure` }]
    if (!closedBelow.has(date)) return []
    return [{ path, message: `${date} is a closure of ${below.code}: name it under worksThrough to work then` }]
  })
}

function inOrder<Entry extends { date: LocalDate }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.date.localeCompare(b.date))
}
