import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

type Text = { id: string; en: string }

export type JobRowRecord = {
  task: string
  /** Application number; null where the person could not see the task when they asked. */
  number: string | null
  state: 'waiting' | 'under-way' | 'done' | 'refused' | 'unknown' | 'skipped'
  code: string | null
  message: Text | null
  /** Of a row that signed; absent elsewhere. */
  document?: { id: string; number: string } | null
}

/** Work on many cases, asked for at once and carried out one by one. Rows keep their order for good. */
export type JobRecord = Tenanted<{
  _id: string
  kind: 'decide' | 'sign'
  by: string
  /** The person's own key of the request; each row's key is made of it, so that no row is carried out twice. */
  key: string
  digest: string
  at: Date
  ask: { decision: 'approve' | 'acknowledge' | 'reject' | 'sign'; note: string | null }
  rows: JobRowRecord[]
  /** Which process carries it out, and until when others keep away. */
  lease: { holder: string; until: Date } | null
  doneAt: Date | null
}>

const schema = new Schema<JobRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, immutable: true },
    by: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    ask: { type: Schema.Types.Mixed, required: true, immutable: true },
    rows: { type: [{ type: Schema.Types.Mixed }], required: true },
    lease: { type: Schema.Types.Mixed, default: null },
    doneAt: { type: Date, default: null },
  },
  { collection: 'jobs', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Job: Model<JobRecord> = mongoose.model<JobRecord>('Job', schema)
