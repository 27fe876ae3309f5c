import type { Kpi } from '../../catalogue/schema/kpis.ts'
import { lastBuckets } from '../../domain/oversight/buckets.ts'
import type { Slice } from '../../domain/oversight/dimensions.ts'
import { distanceTo, isMet, measureNamed } from '../../domain/oversight/kpis.ts'
import { standings } from '../../domain/oversight/standing.ts'
import { type Measure, measures } from '../../domain/oversight/tallies.ts'
import { latestVersion } from '../../models/catalogue/catalogue.ts'
import { type Asked, type Group, sumBy, sumByBucket } from '../../models/oversight/history.ts'
import type { AccessFilter } from '../middleware/ability.ts'
import type { Columns, Place } from './book/columns.ts'
import { type Cell, countBy } from './book/count.ts'

/** So many weeks or months are shown beside a value, that one sees which way it goes. */
const trendLength = 12

/** For whom key figures are worked out, and of what part. */
export type Reading = {
  may: AccessFilter
  sees: (place: Pick<Place, 'agency' | 'village'>) => boolean
  slice: Pick<Slice, 'office' | 'service'>
  columns: Columns
  /** UTC epoch ms, and the regency's own day of it. */
  now: number
  today: string
}

export type KpiFigures = {
  kpi: Kpi
  value: number | null
  met: boolean | null
  trend: { from: string; value: number | null }[]
  /** Those there is something to tell of, the worst first. */
  groups: (Group & { value: number; met: boolean })[]
}

type Told = Pick<KpiFigures, 'value' | 'trend'> & { groups: (Group & { value: number | null })[] }

type Sums = { byBucket: typeof sumByBucket; by: typeof sumBy }

/** Key figures in the pack's order, without those that are of another office or service than is read. */
export async function kpiFigures(kpis: readonly Kpi[], reading: Reading): Promise<KpiFigures[]> {
  const sums: Sums = { byBucket: askedOnce(sumByBucket), by: askedOnce(sumBy) }
  const told = await Promise.all(kpis.map((kpi) => figuresOf(kpi, reading, sums)))
  return told.flatMap((figures) => figures ?? [])
}

async function figuresOf(kpi: Kpi, reading: Reading, sums: Sums): Promise<KpiFigures | null> {
  const slice = sliceFor(kpi, reading)
  if (!slice) return null
  const told =
    measureNamed(kpi.measure).of === 'open' ? standingNow(kpi, slice, reading) : await past(kpi, slice, reading, sums)
  if (told.value === null && !(await isOwn(kpi, reading))) return null
  const groups = told.groups.flatMap((group) => {
    const value = rounded(group.value)
    return value === null ? [] : [{ ...group, value, met: isMet(value, kpi.target) ?? false }]
  })
  groups.sort((one, other) => distanceTo(one.value, kpi.target) - distanceTo(other.value, kpi.target))
  // Judged as it is shown: a value that reads 95 is not told to miss 95.
  const value = rounded(told.value)
  const trend = told.trend.map((bucket) => ({ ...bucket, value: rounded(bucket.value) }))
  return { kpi, value, met: isMet(value, kpi.target), trend, groups }
}

/** The part that both the key figure and the reader mean; null where they mean different ones, or one that is not the reader's. */
function sliceFor({ only = {} }: Kpi, { slice, sees }: Reading): Slice | null {
  const { agency, service } = only
  if (agency !== undefined && !sees({ agency, village: null })) return null
  if (agency !== undefined && slice.office !== undefined && agency !== slice.office) return null
  if (service !== undefined && slice.service !== undefined && service !== slice.service) return null
  return {
    ...slice,
    ...(agency === undefined ? {} : { office: agency }),
    ...(service === undefined ? {} : { service }),
  }
}

/** What is of one service alone says nothing to an office that has no part in it. */
async function isOwn({ only }: Kpi, { sees }: Reading): Promise<boolean> {
  const version = only?.service === undefined ? null : await latestVersion(only.service)
  return version === null || sees({ agency: version.definition.agency, village: null })
}

async function past(kpi: Kpi, slice: Slice, { may, today }: Reading, sums: Sums): Promise<Told> {
  const measure = measureNamed(kpi.measure)
  const { period } = kpi
  if (measure.of === 'open' || !period) throw new RangeError(`KPI ${kpi.code} is of no period`)
  const { grain, last } = period
  const buckets = lastBuckets(today, grain, Math.max(last, trendLength))
  const from = buckets.slice(-last)
  const asked: Asked = { may, subject: measure.of, grain, from: buckets, slice }
  const [rows, groups] = await Promise.all([sums.byBucket(asked), kpi.by ? sums.by({ ...asked, from }, kpi.by) : []])
  const known = new Map(rows.map((row) => [row.from, row]))
  return {
    value: measure.value(addUp(rows.filter((row) => from.includes(row.from)))),
    trend: buckets.map((bucket) => ({ from: bucket, value: measure.value(known.get(bucket) ?? {}) })),
    groups: groups.map(({ office, service, step, officer, ...added }) => ({
      office,
      service,
      step,
      officer,
      value: measure.value(added),
    })),
  }
}

function addUp(rows: readonly Record<Measure, number>[]): Record<Measure, number> {
  const sum = (measure: Measure) => rows.reduce((all, row) => all + row[measure], 0)
  return Object.fromEntries(measures.map((measure) => [measure, sum(measure)])) as Record<Measure, number>
}

function standingNow(kpi: Kpi, slice: Slice, { sees, columns, now }: Reading): Told {
  const measure = measureNamed(kpi.measure)
  if (measure.of !== 'open') throw new RangeError(`KPI ${kpi.code} is of a period`)
  const cells = countBy(columns, { sees, slice, now }, kpi.by ?? 'office')
  return {
    value: measure.value(allOf(cells)),
    trend: [],
    groups: kpi.by ? cells.map(({ counts, oldest: _, ...group }) => ({ ...group, value: measure.value(counts) })) : [],
  }
}

function allOf(cells: readonly Cell[]): Cell['counts'] {
  const sum = (standing: (typeof standings)[number]) => cells.reduce((all, { counts }) => all + counts[standing], 0)
  return Object.fromEntries(standings.map((standing) => [standing, sum(standing)])) as Cell['counts']
}

/** Key figures of the same part ask the same of the sums. */
function askedOnce<Args extends unknown[], Found>(ask: (...args: Args) => Promise<Found>) {
  const known = new Map<string, Promise<Found>>()
  return (...args: Args): Promise<Found> => {
    const key = JSON.stringify(args)
    const found = known.get(key) ?? ask(...args)
    known.set(key, found)
    return found
  }
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
