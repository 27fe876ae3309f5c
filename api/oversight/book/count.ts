import { type Dimension, fieldsOf, type Slice } from '../../../domain/oversight/dimensions.ts'
import {
  type Standing,
  standingOf,
  standings,
  timeLeftBars,
  timeLeftIndex,
} from '../../../domain/oversight/standing.ts'
import type { Columns, Place } from './columns.ts'

/** What is asked of the book: whose offices may be seen, and which part of them. */
export type Look = { sees: (place: Place) => boolean; slice: Slice; now: number }

export type Cell = {
  office: string | null
  service: string | null
  step: string | null
  officer: string | null
  counts: Record<Standing, number>
  /** UTC epoch ms of the task that has been open longest. */
  oldest: number
}

const pausedBar = timeLeftBars.indexOf('paused')

/** Open tasks by how their clocks stand, a cell for each group of the dimension that has any. */
export function countBy(columns: Columns, look: Look, by: Dimension): Cell[] {
  const { places, officers, place, officer, openedAt } = columns
  const groupOf = groups(columns, by)
  const cells: Cell[] = []
  const isSeen = seen(columns, look)
  for (let row = 0; row < columns.length; row += 1) {
    if (!isSeen(row)) continue
    const group = groupOf(row)
    const cell = cells[group] ?? newCell(by, places.values[place[row] ?? 0], officers.values[officer[row] ?? 0] ?? null)
    cells[group] = cell
    cell.counts[standingAt(columns, row, look.now)] += 1
    const opened = openedAt[row] ?? 0
    if (opened < cell.oldest) cell.oldest = opened
  }
  return cells.filter((cell) => cell !== undefined)
}

/** How many tasks have how much time left, by the bars of `timeLeftBars`. */
export function countTimeLeft(columns: Columns, look: Look): number[] {
  const bars = timeLeftBars.map(() => 0)
  const isSeen = seen(columns, look)
  for (let row = 0; row < columns.length; row += 1) {
    if (!isSeen(row)) continue
    const left = (columns.dueAt[row] ?? 0) - look.now
    const bar = left === Number.POSITIVE_INFINITY ? pausedBar : timeLeftIndex(left)
    bars[bar] = (bars[bar] ?? 0) + 1
  }
  return bars
}

/** Names of the tasks behind a figure, least time left first; `total` are all of them. */
export function listTasks(
  columns: Columns,
  look: Look & { standing?: Standing | undefined },
  { skip, limit }: { skip: number; limit: number },
): { names: string[]; total: number } {
  const isSeen = seen(columns, look)
  const rows: number[] = []
  for (let row = 0; row < columns.length; row += 1) {
    if (isSeen(row) && (!look.standing || standingAt(columns, row, look.now) === look.standing)) rows.push(row)
  }
  const { dueAt, names } = columns
  const before = (one: number, other: number) => {
    const [a = 0, b = 0] = [dueAt[one], dueAt[other]]
    return a === b ? ((names[one] ?? '') < (names[other] ?? '') ? -1 : 1) : a - b
  }
  const page = firstOf(rows, skip + limit, before).slice(skip)
  return { names: page.map((row) => names[row] ?? ''), total: rows.length }
}

/** The first `count` in order, without sorting all the others. */
function firstOf(rows: number[], count: number, before: (one: number, other: number) => number): number[] {
  if (rows.length <= count * 4) return rows.sort(before).slice(0, count)
  let best: number[] = []
  let worst: number | undefined
  for (const row of rows) {
    if (worst !== undefined && best.length >= count && before(row, worst) > 0) continue
    best.push(row)
    if (best.length >= count * 2) {
      best = best.sort(before).slice(0, count)
      worst = best.at(-1)
    }
  }
  return best.sort(before).slice(0, count)
}

function standingAt({ dueAt, warnAt }: Columns, row: number, now: number): Standing {
  return standingOf(warnAt[row] ?? 0, dueAt[row] ?? 0, now)
}

/** Asked once of each place and officer there is, then known for every row. */
function seen({ places, officers, place, officer }: Columns, { sees, slice }: Look): (row: number) => boolean {
  const fits = places.values.map(
    (each) =>
      (slice.office === undefined || slice.office === each.office) &&
      (slice.service === undefined || slice.service === each.service) &&
      (slice.step === undefined || slice.step === each.step) &&
      sees(each),
  )
  if (slice.officer === undefined) return (row) => fits[place[row] ?? 0] ?? false
  const wanted = officers.values.indexOf(slice.officer)
  return (row) => officer[row] === wanted && (fits[place[row] ?? 0] ?? false)
}

function groups({ places, place, officer }: Columns, by: Dimension): (row: number) => number {
  if (by === 'officer') return (row) => officer[row] ?? 0
  const known = new Map<string, number>()
  const groupOfPlace = places.values.map((each) => {
    const key = fieldsOf[by].map((field) => each[field as 'office' | 'service' | 'step']).join('\n')
    const group = known.get(key) ?? known.size
    known.set(key, group)
    return group
  })
  return (row) => groupOfPlace[place[row] ?? 0] ?? 0
}

function newCell(by: Dimension, place: Place | undefined, officer: string | null): Cell {
  const has = (field: Dimension) => (fieldsOf[by] as readonly Dimension[]).includes(field)
  return {
    office: has('office') ? (place?.office ?? null) : null,
    service: has('service') ? (place?.service ?? null) : null,
    step: has('step') ? (place?.step ?? null) : null,
    officer: has('officer') ? officer : null,
    counts: Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>,
    oldest: Number.POSITIVE_INFINITY,
  }
}
