import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** A service and the newest of its versions. One that left the pack is closed, never deleted. */
export type ServiceRecord = Tenanted<{
  code: string
  agency: string
  /** The newest version: what applications are filed under, unless a day was named that is still to come. */
  current: number
  digest: string
  open: boolean
  /** The newest version was published by an editor: a pack does not undo it unasked. */
  edited?: boolean
  /** Digest of what the pack said when it was loaded last. */
  packDigest?: string
}>

const schema = new Schema<ServiceRecord>(
  {
    code: { type: String, required: true, immutable: true },
    agency: { type: String, required: true },
    current: { type: Number, required: true },
    digest: { type: String, required: true },
    open: { type: Boolean, required: true },
    edited: { type: Boolean },
    packDigest: { type: String },
  },
  { collection: 'services', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Service: Model<ServiceRecord> = mongoose.model<ServiceRecord>('Service', schema)
