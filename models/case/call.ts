import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

export const callStatuses = ['waiting', 'done', 'refused', 'dropped'] as const

/**
 * A case's wait for an outside system. What opens and ends it is projected from the timeline; how often it was tried, and
 * with what error, is kept here alone: a system that is away for weeks leaves the case's history short.
 */
export type CallRecord = Tenanted<{
  /** `{application number}:{step}`. */
  call: string
  application: string
  number: string
  service: string
  step: string
  system: string
  operation: string
  agency: string
  /** The case's place, by which the permission table says who sees it. */
  case: { agencies: string[]; village: string | null; servicePoint: string | null }
  since: Date
  /** dropped: the case went on without it. */
  status: (typeof callStatuses)[number]
  endedAt: Date | null
  /** What the outside system calls the filing; null until it has taken it. */
  reference: string | null
  /** By these, news from outside finds this call. */
  matches: string[]
  attempts: number
  lastTriedAt: Date | null
  /** A code; null when the last try found the system at work. */
  lastError: string | null
}>

const schema = new Schema<CallRecord>(
  {
    call: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    number: { type: String, required: true, immutable: true },
    service: { type: String, required: true, immutable: true },
    step: { type: String, required: true, immutable: true },
    system: { type: String, required: true, immutable: true },
    operation: { type: String, required: true, immutable: true },
    agency: { type: String, required: true, immutable: true },
    case: { type: Schema.Types.Mixed, required: true },
    since: { type: Date, required: true, immutable: true },
    status: { type: String, required: true, default: 'waiting' },
    endedAt: { type: Date, default: null },
    reference: { type: String, default: null },
    matches: { type: [String], default: [] },
    attempts: { type: Number, default: 0 },
    lastTriedAt: { type: Date, default: null },
    lastError: { type: String, default: null },
  },
  { collection: 'calls', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Call: Model<CallRecord> = mongoose.model<CallRecord>('Call', schema)

/** What a webhook's news is about: the calls that wait for it. */
export async function callsWaitingFor(system: string, keys: readonly string[]): Promise<CallRecord[]> {
  return Call.find({ system, status: 'waiting', matches: { $in: [...keys] } }).lean<CallRecord[]>()
}
