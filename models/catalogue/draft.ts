import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { isDuplicate } from '../transaction.ts'

/** What an editor is writing; one a service. It may be wrong in every way until it is published. */
export type DraftRecord = Tenanted<{
  code: string
  /** Version it began from: when another has been published meanwhile, it has to begin anew. */
  base: number
  /** Raised by each save, from 1: two editors do not overwrite each other. */
  revision: number
  /** The definition as JSON text: whatever keys it has, they are content. */
  text: string
  by: string
  at: Date
}>

const schema = new Schema<DraftRecord>(
  {
    code: { type: String, required: true, immutable: true },
    base: { type: Number, required: true, immutable: true },
    revision: { type: Number, required: true },
    text: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'serviceDrafts', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Draft: Model<DraftRecord> = mongoose.model<DraftRecord>('ServiceDraft', schema)

export const draftOf = (code: string): Promise<DraftRecord | null> => Draft.findOne({ code }).lean<DraftRecord>()

type Saved = { code: string; revision: number; base: number; definition: unknown; by: string }

/** Writes over the revision that was read; 0 begins a draft. Null where somebody else saved meanwhile. */
export async function saveDraft({ code, revision, base, definition, by }: Saved): Promise<DraftRecord | null> {
  const change = { revision: revision + 1, text: JSON.stringify(definition), by, at: new Date() }
  if (revision > 0)
    return Draft.findOneAndUpdate({ code, revision }, { $set: change }, { returnDocument: 'after' }).lean<DraftRecord>()
  try {
    await Draft.insertMany([{ code, base, ...change }])
  } catch (error) {
    if (isDuplicate(error)) return null
    throw error
  }
  return draftOf(code)
}
