import mongoose, { type Model, Schema } from 'mongoose'
import type { Actor } from '../../domain/case/events.ts'
import type { EntryEventType } from '../../domain/register/events.ts'
import { appendOnly } from '../append-only.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** A line of a licence's timeline: appended once, never changed, chained to the line before by `hash` (design rule 2). */
export type EntryLine = Tenanted<{
  entry: string
  seq: number
  type: EntryEventType
  /** The workflow's clock, UTC epoch ms. */
  at: number
  by: Actor
  data: Record<string, unknown>
  /** Digest of the event as it was proposed, before `record` added the upkeep. */
  proposed: string
  hash: string
}>

const schema = new Schema<EntryLine>(
  {
    entry: { type: String, required: true, immutable: true },
    seq: { type: Number, required: true, immutable: true },
    type: { type: String, required: true, immutable: true },
    at: { type: Number, required: true, immutable: true },
    by: { type: Schema.Types.Mixed, required: true, immutable: true },
    data: { type: Schema.Types.Mixed, required: true, immutable: true },
    proposed: { type: String, required: true, immutable: true },
    hash: { type: String, required: true, immutable: true },
  },
  { collection: 'registerTimeline', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(appendOnly, { what: 'The timeline' })

export const RegisterLine: Model<EntryLine> = mongoose.model<EntryLine>('RegisterLine', schema)
