import { bucketOf } from '../domain/oversight/buckets.ts'
import { type Measure, measures, nameOf, type TallyKey } from '../domain/oversight/tallies.ts'
import type { Db } from '../models/database.ts'

type Row = TallyKey & { regency: string; name: string } & Record<Measure, number>

const batch = 5_000

/**
 * Quarters beside the months there are: their sums, so that what is looked back at over a year is a few rows a group; and an
 * index that holds all that is summed of tasks, so that they are added up from it alone.
 */
export async function up(db: Db): Promise<void> {
  const tallies = db.collection<Row>('tallies')
  const fields = [
    'regency',
    'subject',
    'grain',
    'level',
    'from',
    'agency',
    'village',
    'office',
    'service',
    'step',
    'officer',
  ]
  const sums = ['decided', 'timed', 'late', 'tookMs', 'overtakings', 'freeOvertakings', 'overtaken']
  await tallies.createIndexes([
    {
      name: 'sums-of-tasks',
      key: Object.fromEntries([...fields, ...sums].map((field) => [field, 1])),
      partialFilterExpression: { subject: 'task' },
    },
  ])
  const quarters = new Map<string, Row>()
  for await (const { _id, ...month } of tallies.find({ grain: 'month' }).batchSize(batch)) {
    const key = { ...month, grain: 'quarter' as const, from: bucketOf(month.from, 'quarter') }
    const name = nameOf(key)
    const known = quarters.get(`${month.regency} ${name}`) ?? { ...key, name, ...nothing }
    for (const measure of measures) known[measure] += month[measure] ?? 0
    quarters.set(`${month.regency} ${name}`, known)
  }
  const rows = [...quarters.values()]
  for (let from = 0; from < rows.length; from += batch) {
    const upserts = rows.slice(from, from + batch).map((row) => ({
      replaceOne: { filter: { regency: row.regency, name: row.name }, replacement: row, upsert: true },
    }))
    await tallies.bulkWrite(upserts, { ordered: false })
  }
}

const nothing = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>
