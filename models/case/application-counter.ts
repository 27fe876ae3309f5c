import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { isDuplicate } from '../transaction.ts'

/** How many applications a regency has numbered in a series; gaps are allowed, so no transaction holds it (unlike documents). */
type CounterRecord = Tenanted<{ series: string; last: number }>

const schema = new Schema<CounterRecord>(
  {
    series: { type: String, required: true, immutable: true },
    last: { type: Number, required: true },
  },
  { collection: 'applicationCounters', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

const ApplicationCounter: Model<CounterRecord> = mongoose.model<CounterRecord>('ApplicationCounter', schema)

/** The next sequence, from 1; given once, also when what it was for fails afterwards. */
export async function nextApplicationSequence(series: string): Promise<number> {
  return nextApplicationSequences(series, 1)
}

/** So many sequences in a row, for cases that are taken over together: the first of them. */
export async function nextApplicationSequences(series: string, count: number): Promise<number> {
  try {
    return (await increment(series, count)) - count + 1
  } catch (error) {
    // Two first ones of a series meet at the unique index; the second then finds the first's counter.
    if (!isDuplicate(error)) throw error
    return (await increment(series, count)) - count + 1
  }
}

async function increment(series: string, by: number): Promise<number> {
  const { last } = await ApplicationCounter.findOneAndUpdate(
    { series },
    { $inc: { last: by } },
    { upsert: true, returnDocument: 'after', lean: true, projection: { last: 1 } },
  ).orFail()
  return last
}
