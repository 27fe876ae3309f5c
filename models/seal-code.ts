import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from './tenancy.ts'
import { isDuplicate } from './transaction.ts'

/**
 * The rolling code of an agency's electronic seal, sealed itself: whoever reads it here cannot use it. `chain` names the
 * activation that it began with, so that a new activation begins anew.
 */
type SealCodeRecord = Tenanted<{ chain: string; code: string; expiresAt: Date }>

const schema = new Schema<SealCodeRecord>(
  {
    chain: { type: String, required: true, immutable: true },
    code: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sealCodes', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

const SealCode: Model<SealCodeRecord> = mongoose.model<SealCodeRecord>('SealCode', schema)

type Kept = { code: string; expiresAt: Date }

export async function loadSealCode(chain: string): Promise<Kept | null> {
  return SealCode.findOne({ chain }).lean<Kept>()
}

/** Takes the place of the code that ended at `before`, or is the first; false where another process was quicker. */
export async function replaceSealCode(chain: string, before: Date | null, next: Kept): Promise<boolean> {
  if (before) {
    const { modifiedCount } = await SealCode.updateOne({ chain, expiresAt: before }, { $set: next })
    return modifiedCount === 1
  }
  try {
    await SealCode.insertMany([{ chain, ...next }])
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
