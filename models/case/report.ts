import mongoose, { type Model, Schema } from 'mongoose'
import type { OssStatus } from '../../domain/outside/oss-status.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** A licence as OSS knows it: what of the answers says which one it is. */
export type ReportedLicence = { nib: string; project: string; ossId: string; licence: string; code: string }

/**
 * A change of status that OSS is to be told, written in the transaction of the event that causes it. A case's reports go
 * out one after the other, each once.
 */
export type ReportRecord = Tenanted<{
  application: string
  number: string
  /** Seq of the event: with the application the report's key. */
  seq: number
  licence: ReportedLicence
  status: OssStatus
  at: Date
  state: 'queued' | 'sent' | 'refused'
  attempts: number
  /** A try whose outcome nobody knows is looked up before it is repeated. */
  unknown: boolean
  lastError: string | null
  nextAttemptAt: Date | null
  sentAt: Date | null
}>

const fixed = { required: true, immutable: true } as const
const schema = new Schema<ReportRecord>(
  {
    application: { type: String, ...fixed },
    number: { type: String, ...fixed },
    seq: { type: Number, ...fixed },
    licence: { type: Schema.Types.Mixed, ...fixed },
    status: { type: String, ...fixed },
    at: { type: Date, ...fixed },
    state: { type: String, required: true, default: 'queued' },
    attempts: { type: Number, default: 0 },
    unknown: { type: Boolean, default: false },
    lastError: { type: String, default: null },
    nextAttemptAt: { type: Date, default: null },
    sentAt: { type: Date, default: null },
  },
  { collection: 'reports', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Report: Model<ReportRecord> = mongoose.model<ReportRecord>('Report', schema)
