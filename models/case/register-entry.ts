import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** What a document entitles to, and until when: a licence, a card, a civil record. */
export type RegisterRecord = Tenanted<{
  /** `{application number}:{register}`. */
  entry: string
  register: string
  application: string
  document: string
  service: string
  holder: { name: string; nik: string; account: string | null }
  /** Answers the register makes public, by field. */
  fields: Record<string, unknown>
  validFrom: Date
  validUntil: Date | null
}>

const schema = new Schema<RegisterRecord>(
  {
    entry: { type: String, required: true, immutable: true },
    register: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    document: { type: String, required: true },
    service: { type: String, required: true, immutable: true },
    holder: { type: Schema.Types.Mixed, required: true },
    fields: { type: Schema.Types.Mixed, required: true },
    validFrom: { type: Date, required: true },
    validUntil: { type: Date, default: null },
  },
  { collection: 'registerEntries', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const RegisterEntry: Model<RegisterRecord> = mongoose.model<RegisterRecord>('RegisterEntry', schema)
