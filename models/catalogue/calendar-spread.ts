import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** How far a new version of a calendar has got among the open cases; one a version, but for a calendar's first. */
export type CalendarSpreadRecord = Tenanted<{
  code: string
  version: number
  publishedAt: Date
  /** Cases whose clocks were counted anew, and of them those whose end moved. */
  cases: number
  moved: number
  /** Cases it could not count anew: the calendar's days end too soon for them, or begin too late. */
  stuck: number
  /** When no open case was left that an older version counts; null until then. */
  finishedAt: Date | null
}>

const schema = new Schema<CalendarSpreadRecord>(
  {
    code: { type: String, required: true, immutable: true },
    version: { type: Number, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
    cases: { type: Number, default: 0 },
    moved: { type: Number, default: 0 },
    stuck: { type: Number, default: 0 },
    finishedAt: { type: Date, default: null },
  },
  { collection: 'calendarSpreads', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const CalendarSpread: Model<CalendarSpreadRecord> = mongoose.model<CalendarSpreadRecord>(
  'CalendarSpread',
  schema,
)
