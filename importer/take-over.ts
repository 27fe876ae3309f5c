import { dateParts } from '../domain/indonesian-time.ts'
import { formatNumber, seriesKey } from '../domain/numbering.ts'
import { startCase } from '../engine/start-case.ts'
import { inParallel } from '../infra/in-parallel.ts'
import { describeError } from '../infra/logger.ts'
import { Application } from '../models/case/application.ts'
import { nextApplicationSequences } from '../models/case/application-counter.ts'
import { advanceSeries, type Gap, gapsOf } from '../models/case/keep-number.ts'
import type { ImportHouse } from './house.ts'
import type { Plan, PlannedRow } from './plan.ts'
import type { ImportWorld } from './world.ts'
import { type Numbered, writeCases } from './write-cases.ts'

/** Cases in one transaction, and transactions at a time: more of either wins nothing on two cores. */
const batch = 10
const lanes = 3
/** Open cases being started at a time. */
const starting = 10

export type TakenOver = {
  line: number
  reference: string
  number: string
  application: string
  open: boolean
}

export type Outcome = {
  taken: TakenOver[]
  /** Rows that could not be written, by the kind of the error: its text may quote what is in the row. */
  failed: { line: number; reason: string }[]
  /** Open cases whose workflow runs now, those from earlier runs included. */
  started: number
  /** Open cases that wait because Temporal did not answer: run the same again. */
  notStarted: number
  series: { series: string; last: number; gaps: Gap[] }[]
}

export type TakeOverOptions = {
  dir: string
  at: Date
  onProgress?: (step: 'cases' | 'starting', done: number, all: number) => void
}

/**
 * Writes what was planned and sets the open cases going. May be stopped anywhere and run again: what is there stays as it
 * is, what is missing follows. Within the regency's context.
 */
export async function takeOver(house: ImportHouse, plan: Plan, options: TakeOverOptions): Promise<Outcome> {
  const { world } = plan
  const series = await advanceAll(plan.rows)
  const outcome: Outcome = { taken: [], failed: [], started: 0, notStarted: 0, series: [] }
  await writeAll(house, world, await numbered(plan.rows, world), options, outcome)
  await startAll(house, plan, options, outcome)
  for (const name of series) outcome.series.push({ series: name, ...(await gapsOf(name)) })
  return outcome
}

/** First the counters: whoever numbers a document meanwhile already goes on behind the old register. */
async function advanceAll(rows: PlannedRow[]): Promise<string[]> {
  const last = new Map<string, number>()
  for (const { paper } of rows) {
    if (!paper?.placed) continue
    const { series, sequence } = paper.placed
    last.set(series, Math.max(last.get(series) ?? 0, sequence))
  }
  for (const [series, sequence] of last) await advanceSeries(series, sequence)
  return [...last.keys()]
}

/** Application numbers of the year each was filed in, in the order of filing. */
async function numbered(rows: PlannedRow[], { regency }: ImportWorld): Promise<Numbered[]> {
  const { applicationNumbering, utcOffsetMinutes } = regency
  const dayOf = (row: PlannedRow) => dateParts(row.told.filed.at, utcOffsetMinutes)
  const inOrder = rows.toSorted((a, b) => a.told.filed.at - b.told.filed.at || a.line - b.line)
  const all: Numbered[] = []
  for (const [series, members] of Map.groupBy(inOrder, (row) => seriesKey(applicationNumbering, dayOf(row)))) {
    const first = await nextApplicationSequences(series, members.length)
    for (const [index, row] of members.entries())
      all.push({ row, number: formatNumber(applicationNumbering.pattern, { ...dayOf(row), sequence: first + index }) })
  }
  return all
}

async function writeAll(
  house: ImportHouse,
  world: ImportWorld,
  all: Numbered[],
  options: TakeOverOptions,
  outcome: Outcome,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(all.length / batch) }, (_, at) =>
    all.slice(at * batch, (at + 1) * batch),
  )
  await inParallel(batches, lanes, async (cases) => {
    await writeBatch(house, world, cases, options, outcome)
    options.onProgress?.('cases', outcome.taken.length + outcome.failed.length, all.length)
  })
}

/** Together, and one by one where that fails, so that one bad case costs only itself. */
async function writeBatch(
  house: ImportHouse,
  world: ImportWorld,
  cases: Numbered[],
  options: TakeOverOptions,
  outcome: Outcome,
): Promise<void> {
  try {
    await writeCases(house, world, cases, options)
    outcome.taken.push(...cases.map(takenOver))
  } catch (error) {
    const [only] = cases
    if (!only) return
    if (cases.length > 1) {
      for (const each of cases) await writeBatch(house, world, [each], options, outcome)
      return
    }
    house.deps.log.error({ error, application: only.row.application }, 'a row could not be taken over')
    const { type, errorCode } = describeError(error)
    outcome.failed.push({ line: only.row.line, reason: errorCode === undefined ? type : `${type} ${errorCode}` })
  }
}

function takenOver({ row, number }: Numbered): TakenOver {
  const { line, reference, application, outlook } = row
  return { line, reference, number, application, open: !outlook.closed }
}

/** Every open case of the file, also one that an earlier run wrote and did not get to start. */
async function startAll(
  house: ImportHouse,
  plan: Plan,
  { onProgress }: TakeOverOptions,
  outcome: Outcome,
): Promise<void> {
  const ids = [...outcome.taken.filter(({ open }) => open), ...plan.known].map(({ application }) => application)
  const open = await Application.find({ _id: { $in: ids }, closedAt: null }).lean()
  await inParallel(open, starting, async (application) => {
    if (outcome.notStarted >= starting) {
      // Temporal is away: no need to hear it from every case.
      outcome.notStarted += 1
      return
    }
    try {
      await startCase(house.engine, application)
      outcome.started += 1
    } catch (error) {
      house.deps.log.warn({ error, application: application._id }, 'an open case waits to be started')
      outcome.notStarted += 1
    }
    onProgress?.('starting', outcome.started + outcome.notStarted, open.length)
  })
}
