import mongoose, { type Model, Schema } from 'mongoose'
import type { Calendar } from '../../domain/working-time/index.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { immutable } from './immutable.ts'

/** A calendar as it was in force; the highest version is. Cases note the version their instants were computed with. */
export type CalendarVersionRecord = Tenanted<{
  code: string
  version: number
  digest: string
  publishedAt: Date
  calendar: Calendar
}>

const schema = new Schema<CalendarVersionRecord>(
  {
    code: { type: String, required: true, immutable: true },
    version: { type: Number, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
    calendar: { type: Schema.Types.Mixed, required: true, immutable: true },
  },
  { collection: 'calendarVersions', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(immutable)

export const CalendarVersion: Model<CalendarVersionRecord> = mongoose.model<CalendarVersionRecord>(
  'CalendarVersion',
  schema,
)
