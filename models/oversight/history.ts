import { coverOf, type Grain, type KeptGrain } from '../../domain/oversight/buckets.ts'
import type { Dimension, Slice } from '../../domain/oversight/dimensions.ts'
import { fieldsOf } from '../../domain/oversight/dimensions.ts'
import { type Level, type Measure, measures } from '../../domain/oversight/tallies.ts'
import { Tally } from './tally.ts'

/** Which tallies are asked for; `may` is the filter of the permission table. */
export type Asked = {
  may: Record<string, unknown>
  subject: 'task' | 'case'
  grain: Grain
  /** First days of the buckets, oldest first. */
  from: readonly string[]
  slice: Slice
}

export type Sums = Record<Measure, number>
export type Group = { office: string | null; service: string | null; step: string | null; officer: string | null }

/** Sums over all buckets, a row for each group of the dimension that has any. Within a regency's context. */
export async function sumBy(asked: Asked, by: Dimension): Promise<(Group & Sums)[]> {
  const { subject, grain, from } = asked
  const fields = fieldsOf[by]
  const parts = coverOf(grain, from).map((part) => matching({ ...asked, ...part }, by))
  const found = await Tally.aggregate<{ _id: Partial<Record<Dimension, string | null>> } & Sums>([
    { $match: { $or: parts } },
    { $group: { _id: Object.fromEntries(fields.map((field) => [field, `$${field}`])), ...summed(subject) } },
  ])
  return found.map(({ _id, ...sums }) => ({ ...nobody, ..._id, ...nothing, ...sums }))
}

const nobody: Group = { office: null, service: null, step: null, officer: null }

type Part = Omit<Asked, 'grain'> & { grain: KeptGrain }

/** Sums of all groups, a row for each bucket that has any. */
export async function sumByBucket(asked: Asked): Promise<({ from: string } & Sums)[]> {
  const found = await Tally.aggregate<{ _id: string } & Sums>([
    { $match: matching(asked, 'office') },
    { $group: { _id: '$from', ...summed(asked.subject) } },
    { $sort: { _id: 1 } },
  ])
  return found.map(({ _id, ...sums }) => ({ from: _id, ...nothing, ...sums }))
}

/** Open cases by the day they came. */
export async function openByDay({
  may,
  slice,
}: Pick<Asked, 'may' | 'slice'>): Promise<{ day: string; open: number }[]> {
  const level = slice.service === undefined ? 'office' : 'service'
  const which = { subject: 'case', grain: 'day', level, open: { $gt: 0 }, ...slice }
  const found = await Tally.aggregate<{ _id: string; open: number }>([
    { $match: { $and: [may, which] } },
    { $group: { _id: '$from', open: { $sum: '$open' } } },
  ])
  return found.map(({ _id, open }) => ({ day: _id, open }))
}

/** What is added up of tasks and of cases; the other measures are never other than 0 there. */
const measuresOf = {
  task: ['decided', 'timed', 'late', 'tookMs', 'overtakings', 'freeOvertakings', 'overtaken'],
  case: ['received', 'timed', 'late', 'closed', 'officeMs', 'applicantMs', 'outsideMs'],
} as const satisfies Record<Asked['subject'], readonly Measure[]>

const summed = (subject: Asked['subject']) =>
  Object.fromEntries(measuresOf[subject].map((measure) => [measure, { $sum: `$${measure}` }]))
const nothing = Object.fromEntries(measures.map((measure) => [measure, 0])) as Sums

function matching({ may, subject, grain, from, slice }: Part, by: Dimension) {
  return { $and: [may, { subject, grain, level: levelFor(by, slice), from: { $in: [...from] }, ...slice }] }
}

/** The coarsest that tells apart everything that is asked. */
function levelFor(by: Dimension, slice: Slice): Level {
  const asked = new Set<Dimension>([by, ...(Object.keys(slice) as Dimension[])])
  if (asked.has('officer')) return 'officer'
  if (asked.has('step')) return 'step'
  if (asked.has('service')) return 'service'
  return 'office'
}
