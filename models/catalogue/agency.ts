import mongoose, { type Model, Schema } from 'mongoose'
import type { Agency } from '../../catalogue/schema/offices.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** An agency of the regency. One that left the pack is kept, for the cases it has. */
export type AgencyRecord = Tenanted<Agency & { active: boolean }>

const schema = new Schema<AgencyRecord>(
  {
    code: { type: String, required: true, immutable: true },
    name: { type: String, required: true },
    short: { type: String, required: true },
    place: { type: String, required: true },
    head: { type: String, required: true },
    desks: { type: [String], required: true },
    letterhead: { type: Schema.Types.Mixed, required: true },
    standard: { type: Schema.Types.Mixed, required: true },
    calendar: { type: String },
    active: { type: Boolean, required: true },
  },
  { collection: 'agencies', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const AgencyModel: Model<AgencyRecord> = mongoose.model<AgencyRecord>('Agency', schema)
