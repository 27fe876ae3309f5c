import mongoose, { type Model, Schema } from 'mongoose'
import type { Movement } from '../../domain/oversight/movements.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/**
 * What counts of an event, kept in the transaction that keeps the event and projected from the timeline alone; `overtook`
 * and `folded` come when it is counted into the tallies (ADR 0022).
 */
export type MovementRecord = Tenanted<
  Omit<Movement, 'at' | 'receivedAt' | 'since'> & {
    application: string
    number: string
    service: string
    office: string
    at: Date
    receivedAt: Date
    since: Date | null
    /** Older equals that it went before; null until it was looked at. */
    overtook: number | null
    /** Of those, how many no colleague held. */
    overtookFree: number | null
    /** Whether the tallies have it. */
    folded: boolean
  }
>

const fixed = { immutable: true } as const
const schema = new Schema<MovementRecord>(
  {
    application: { type: String, required: true, ...fixed },
    number: { type: String, required: true, ...fixed },
    seq: { type: Number, required: true, ...fixed },
    kind: { type: String, required: true, ...fixed },
    at: { type: Date, required: true, ...fixed },
    agency: { type: String, default: null, ...fixed },
    village: { type: String, default: null, ...fixed },
    office: { type: String, default: '', ...fixed },
    service: { type: String, required: true, ...fixed },
    task: { type: String, default: null, ...fixed },
    step: { type: String, default: null, ...fixed },
    seat: { type: String, default: null, ...fixed },
    officer: { type: String, default: null, ...fixed },
    outcome: { type: String, default: null, ...fixed },
    timed: { type: Boolean, required: true, ...fixed },
    late: { type: Boolean, required: true, ...fixed },
    tookMs: { type: Number, required: true, ...fixed },
    receivedAt: { type: Date, required: true, ...fixed },
    since: { type: Date, default: null, ...fixed },
    shares: { type: Schema.Types.Mixed, default: null, ...fixed },
    overtook: { type: Number, default: null },
    overtookFree: { type: Number, default: null },
    folded: { type: Boolean, default: false },
  },
  { collection: 'movements', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const MovementModel: Model<MovementRecord> = mongoose.model<MovementRecord>('Movement', schema)
