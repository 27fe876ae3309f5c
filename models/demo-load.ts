import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from './tenancy.ts'
import { isDuplicate } from './transaction.ts'

/**
 * When a regency's demonstration was begun, and whether it is whole. Its cases are made relative to that moment, so that an
 * interrupted load goes on with the same ones.
 */
type DemoLoadRecord = Tenanted<{ _id: string; begunAt: Date; finishedAt: Date | null }>

const schema = new Schema<DemoLoadRecord>(
  {
    _id: { type: String, required: true },
    begunAt: { type: Date, required: true, immutable: true },
    finishedAt: { type: Date, default: null },
  },
  { collection: 'demoLoads', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)

const DemoLoad: Model<DemoLoadRecord> = mongoose.model<DemoLoadRecord>('DemoLoad', schema)

/** The regency's load, begun now where there was none. */
export async function beginDemoLoad(regency: string, now: Date): Promise<{ begunAt: Date; finishedAt: Date | null }> {
  const known = await DemoLoad.findOne({ _id: regency }).lean()
  if (known) return known
  try {
    await DemoLoad.insertMany([{ _id: regency, begunAt: now, finishedAt: null }])
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return DemoLoad.findOne({ _id: regency }).orFail().lean()
}

export async function finishDemoLoad(regency: string, now: Date): Promise<void> {
  await DemoLoad.updateOne({ _id: regency, finishedAt: null }, { $set: { finishedAt: now } })
}
