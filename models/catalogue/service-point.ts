import mongoose, { type Model, Schema } from 'mongoose'
import { type ServicePoint, servicePointKinds } from '../../catalogue/schema/offices.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** Where people are served in person. One that left the pack is kept, for the cases filed there. */
export type ServicePointRecord = Tenanted<ServicePoint & { active: boolean }>

const schema = new Schema<ServicePointRecord>(
  {
    code: { type: String, required: true, immutable: true },
    name: { type: String, required: true },
    kind: { type: String, enum: servicePointKinds, required: true },
    address: { type: String, required: true },
    hours: { type: Schema.Types.Mixed, required: true },
    calendar: { type: String },
    village: { type: String, required: true },
    note: { type: Schema.Types.Mixed },
    active: { type: Boolean, required: true },
  },
  { collection: 'servicePoints', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const ServicePointModel: Model<ServicePointRecord> = mongoose.model<ServicePointRecord>('ServicePoint', schema)
