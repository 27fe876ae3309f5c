import mongoose, { type Model, Schema } from 'mongoose'
import type { Calendar, CalendarLayer } from '../../domain/working-time/index.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { immutable } from './immutable.ts'

/** A calendar as it was in force; the highest version is. Cases note the version their instants were computed with. */
export type CalendarVersionRecord = Tenanted<{
  code: string
  version: number
  digest: string
  publishedAt: Date
  /** Whole, as it is counted with. */
  calendar: Calendar
  /** As it was written, where it extends another calendar. */
  layer?: CalendarLayer | null
  /** Account of the editor and the key of their request; null where it came with a pack. */
  publishedBy?: string | null
  publishedWith?: string | null
  /** Digest of what was asked under that key; nothing where a release before this kept it. */
  asked?: string | null
  /** Why it changed and by which letter, in the editor's words; null where it came with a pack. */
  reason?: string | null
  source?: string | null
  /** The calendar it extends, whose change it followed. */
  follows?: { code: string; version: number } | null
  /** Of the pack's file it came with; null where an editor or the calendar it extends changed it. */
  packDigest?: string | null
}>

const text = { type: String, default: null, immutable: true } as const
const schema = new Schema<CalendarVersionRecord>(
  {
    code: { type: String, required: true, immutable: true },
    version: { type: Number, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
    calendar: { type: Schema.Types.Mixed, required: true, immutable: true },
    layer: { type: Schema.Types.Mixed, default: null, immutable: true },
    publishedBy: text,
    publishedWith: text,
    asked: text,
    reason: text,
    source: text,
    follows: { type: Schema.Types.Mixed, default: null, immutable: true },
    packDigest: text,
  },
  { collection: 'calendarVersions', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(immutable)

export const CalendarVersion: Model<CalendarVersionRecord> = mongoose.model<CalendarVersionRecord>(
  'CalendarVersion',
  schema,
)
