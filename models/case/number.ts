import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** The last sequence given in a series (its period is in the name); only `allocateNumber` moves it, in a transaction of its own. */
export type SeriesRecord = Tenanted<{ series: string; last: number }>

/** Every number ever given: gapless in its series, each once, void only with a reason (design rule 5). */
export type NumberRecord = Tenanted<{
  series: string
  sequence: number
  text: string
  /** The effect it was given to. */
  key: string
  status: 'reserved' | 'issued' | 'void'
  reason: string | null
  at: Date
}>

const options = { versionKey: false as const, strict: 'throw' as const }

const seriesSchema = new Schema<SeriesRecord>(
  {
    series: { type: String, required: true, immutable: true },
    last: { type: Number, required: true },
  },
  { ...options, collection: 'numberSeries' },
)
seriesSchema.plugin(tenantScoped)
export const NumberSeries: Model<SeriesRecord> = mongoose.model<SeriesRecord>('NumberSeries', seriesSchema)

const numberSchema = new Schema<NumberRecord>(
  {
    series: { type: String, required: true, immutable: true },
    sequence: { type: Number, required: true, immutable: true },
    text: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    status: { type: String, required: true },
    reason: { type: String, default: null },
    at: { type: Date, required: true },
  },
  { ...options, collection: 'numbers' },
)
numberSchema.plugin(tenantScoped)
export const GivenNumber: Model<NumberRecord> = mongoose.model<NumberRecord>('GivenNumber', numberSchema)
