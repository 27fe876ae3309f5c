import type { Request, Response } from 'express'
import {
  SliceFilter,
  StandingFilter,
  type StandingRow,
  type TimeLeftRow,
  WatchedTaskFilter,
} from '../../contracts/oversight.ts'
import { timeLeftBars } from '../../domain/oversight/standing.ts'
import { tasksNamed } from '../../models/oversight/open-tasks.ts'
import { presentTaskRows } from '../case/present-task.ts'
import { readerOf } from '../case/reader.ts'
import { countLimit, parseList, sendList } from '../middleware/list-query.ts'
import type { OpenBook } from './book/book.ts'
import { type Cell, countBy, countTimeLeft, listTasks } from './book/count.ts'
import { byKey, nameGroups } from './names.ts'
import { placesSeenBy, sliceOf } from './slice.ts'

type Figures = Omit<StandingRow, 'id' | 'names'>

const sortable = { breached: 'breached', warned: 'warned', onTime: 'onTime', paused: 'paused', open: 'open' } as const

/** Groups of open tasks by how their clocks stand, the most breaches first. */
export async function listStanding(book: OpenBook, request: Request, response: Response): Promise<void> {
  const sees = placesSeenBy(request)
  const rules = { filter: StandingFilter, sortable, defaultSort: ['breached', 'DESC'] as const, defaultLimit: 1_000 }
  const list = parseList(request.query, rules)
  const { by, ...slice } = list.filter
  const columns = await book.open()
  const rows = countBy(columns, { sees, slice: sliceOf(slice), now: Date.now() }, by).map(figuresOf)
  rows.sort(orderOf(list.sort))
  const page = rows.slice(list.skip, list.skip + list.limit)
  stamp(response, book.asOf())
  sendList(response, 'standing', list, (await nameGroups(page)) satisfies StandingRow[], rows.length)
}

export function figuresOf({ counts, oldest, ...group }: Cell): Figures {
  const open = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    ...group,
    onTime: counts['on-time'],
    warned: counts.warned,
    breached: counts.breached,
    paused: counts.paused,
    open,
    oldest: new Date(oldest).toISOString(),
  }
}

/** By what is asked; equals by what is open, then by name of the group. */
function orderOf(sort: Record<string, 1 | -1>): (one: Figures, other: Figures) => number {
  const [name = 'breached', direction = -1] = Object.entries(sort)[0] ?? []
  const field = name as keyof typeof sortable
  return (one, other) => direction * (one[field] - other[field]) || other.open - one.open || byKey(one, other)
}

/** How much time open tasks have left, as bars. */
export async function listTimeLeft(book: OpenBook, request: Request, response: Response): Promise<void> {
  const sees = placesSeenBy(request)
  const list = parseList(request.query, { filter: SliceFilter, sortable: { id: '_id' }, defaultSort: ['id', 'ASC'] })
  const counted = countTimeLeft(await book.open(), { sees, slice: sliceOf(list.filter), now: Date.now() })
  const rows: TimeLeftRow[] = timeLeftBars.map((id, at) => ({ id, open: counted[at] ?? 0 }))
  stamp(response, book.asOf())
  sendList(response, 'time-left', { skip: 0 }, rows, rows.length)
}

/** The tasks behind a figure, least time left first. */
export async function listWatched(book: OpenBook, request: Request, response: Response): Promise<void> {
  const sees = placesSeenBy(request)
  const rules = { filter: WatchedTaskFilter, sortable: { dueAt: 'dueAt' }, defaultSort: ['dueAt', 'ASC'] as const }
  const list = parseList(request.query, rules)
  const { state, ...slice } = list.filter
  const look = { sees, slice: sliceOf(slice), standing: state, now: Date.now() }
  const { names, total } = listTasks(await book.open(), look, list)
  const rows = await presentTaskRows(await tasksNamed(names), readerOf(request))
  stamp(response, book.asOf())
  sendList(response, 'tasks', list, rows, Math.min(total, countLimit))
}

/** Up to when everything is counted in what is answered. */
export function stamp(response: Response, asOf: number): void {
  response.set('X-As-Of', new Date(asOf).toISOString())
}
