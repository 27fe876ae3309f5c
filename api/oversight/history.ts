import type { Request, Response } from 'express'
import type { z } from 'zod'
import {
  AgeingFilter,
  type AgeingRow,
  ResultFilter,
  type ResultRow,
  SpentFilter,
  type SpentRow,
  TrendFilter,
  type TrendRow,
} from '../../contracts/oversight-history.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { ageBarOf, ageBars, type Grain, lastBuckets } from '../../domain/oversight/buckets.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { countedUntil } from '../../models/oversight/count.ts'
import { type Asked, type Group, openByDay, type Sums, sumBy, sumByBucket } from '../../models/oversight/history.ts'
import { type AccessFilter, authorise } from '../middleware/ability.ts'
import { parseList, sendList } from '../middleware/list-query.ts'
import { byKey, nameGroups } from './names.ts'
import { sliceOf } from './slice.ts'
import { stamp } from './standing.ts'

const hourMs = 3_600_000
const most = 1_000

/** First days of the last weeks or months, by the regency's own calendar day. */
export async function bucketsOf({ grain, last }: { grain: Grain; last: number }): Promise<string[]> {
  const { utcOffsetMinutes } = await regencyFacts()
  return lastBuckets(plainDay(Date.now(), utcOffsetMinutes), grain, last)
}

/** Groups by what became of their tasks, those with most decisions first. */
export async function listResults(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const sortable = { decided: 'decided', late: 'late', overtakings: 'overtakings', freeOvertakings: 'freeOvertakings' }
  const rules = { filter: ResultFilter, sortable, defaultSort: ['decided', 'DESC'] as const, defaultLimit: most }
  const list = parseList(request.query, rules)
  const rows = await resultsIn(may, list.filter)
  const [field = 'decided', direction = -1] = Object.entries(list.sort)[0] ?? []
  const value = (row: (typeof rows)[number]) => row[field as keyof typeof sortable]
  rows.sort((one, other) => direction * (value(one) - value(other)) || byKey(one, other))
  const page = rows.slice(list.skip, list.skip + list.limit)
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'results', list, (await nameGroups(page)) satisfies ResultRow[], rows.length)
}

function resultOf({ office, service, step, officer, ...sums }: Group & Sums): Omit<ResultRow, 'id' | 'names'> {
  const { decided, timed, late, tookMs, overtakings, freeOvertakings, overtaken } = sums
  return {
    office,
    service,
    step,
    officer,
    decided,
    timed,
    late,
    onTimeShare: onTimeShare(sums),
    meanHours: decided > 0 ? hours(tookMs / decided) : 0,
    overtakings,
    freeOvertakings,
    overtakenTasks: overtaken,
  }
}

/** Groups of decided tasks, in no order. */
export async function resultsIn(may: AccessFilter, asked: z.output<typeof ResultFilter>) {
  const { by, grain, last, ...slice } = asked
  const from = await bucketsOf({ grain, last })
  return (await sumBy({ may, subject: 'task', grain, from, slice: sliceOf(slice) }, by)).map(resultOf)
}

/** How many were decided within their clocks, over time. */
export async function listTrend(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const list = parseList(request.query, { filter: TrendFilter, sortable: { id: 'from' }, defaultSort: ['id', 'ASC'] })
  const rows = await trendIn(may, list.filter)
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'trend', { skip: 0 }, rows, rows.length)
}

/** Every week or month of the period, oldest first. */
export async function trendIn(may: AccessFilter, asked: z.output<typeof TrendFilter>): Promise<TrendRow[]> {
  const { grain, last, ...slice } = asked
  const from = await bucketsOf({ grain, last })
  const known = new Map(
    (await sumByBucket({ may, subject: 'task', grain, from, slice: sliceOf(slice) })).map((row) => [row.from, row]),
  )
  return from.map((id) => {
    const { decided = 0, timed = 0, late = 0 } = known.get(id) ?? {}
    return { id, decided, timed, late, onTimeShare: onTimeShare({ timed, late }) }
  })
}

/** Groups by whose time their cases took. */
export async function listSpent(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const rules = {
    filter: SpentFilter,
    sortable: { closed: 'closed' },
    defaultSort: ['closed', 'DESC'] as const,
    defaultLimit: most,
  }
  const list = parseList(request.query, rules)
  const rows = await spentIn(may, list.filter)
  rows.sort((one, other) => other.closed - one.closed || byKey(one, other))
  const page = rows.slice(list.skip, list.skip + list.limit)
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'time-spent', list, (await nameGroups(page)) satisfies SpentRow[], rows.length)
}

function spentOf({ office, service, step, officer, ...sums }: Group & Sums): Omit<SpentRow, 'id' | 'names'> {
  const { received, closed, timed, late, officeMs, applicantMs, outsideMs } = sums
  return {
    office,
    service,
    step,
    officer,
    received,
    closed,
    timed,
    late,
    onTimeShare: onTimeShare(sums),
    officeHours: hours(officeMs),
    applicantHours: hours(applicantMs),
    outsideHours: hours(outsideMs),
  }
}

/** Groups of cases, in no order. */
export async function spentIn(may: AccessFilter, filter: z.output<typeof SpentFilter>) {
  const { by, grain, last, office, service } = filter
  const slice = sliceOf({ office, service, step: undefined, officer: undefined })
  const from = await bucketsOf({ grain, last })
  const asked: Asked = { may, subject: 'case', grain, from, slice }
  return (await sumBy(asked, by)).map(spentOf)
}

/** Open cases by their age. */
export async function listAgeing(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const list = parseList(request.query, { filter: AgeingFilter, sortable: { id: '_id' }, defaultSort: ['id', 'ASC'] })
  const { utcOffsetMinutes } = await regencyFacts()
  const today = plainDay(Date.now(), utcOffsetMinutes)
  const { office, service } = list.filter
  const days = await openByDay({ may, slice: sliceOf({ office, service, step: undefined, officer: undefined }) })
  const rows: AgeingRow[] = ageBars.map((id) => ({
    id,
    open: days.reduce((sum, { day, open }) => sum + (ageBarOf(day, today) === id ? open : 0), 0),
  }))
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'ageing', { skip: 0 }, rows, rows.length)
}

export const onTimeShare = ({ timed, late }: { timed: number; late: number }): number | null =>
  timed > 0 ? Math.round(((timed - late) / timed) * 10_000) / 10_000 : null

const hours = (ms: number) => Math.round((ms / hourMs) * 10) / 10
