import mongoose, { type Model, Schema } from 'mongoose'
import type { BillLine, BillLineType } from '../../domain/payment/lines.ts'
import { appendOnly } from '../append-only.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** A line of a bill: appended once, never changed. `key` is unique in its bill, payments and refunds in the regency. */
export type BillLineRecord = Tenanted<{
  bill: string
  seq: number
  key: string
  type: BillLineType
  /** The workflow's clock, UTC epoch ms. */
  at: number
  data: Record<string, unknown>
}>

const schema = new Schema<BillLineRecord>(
  {
    bill: { type: String, required: true, immutable: true },
    seq: { type: Number, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    type: { type: String, required: true, immutable: true },
    at: { type: Number, required: true, immutable: true },
    data: { type: Schema.Types.Mixed, required: true, immutable: true },
  },
  { collection: 'billLines', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(appendOnly, { what: 'The bill' })

export const BillLineEntry: Model<BillLineRecord> = mongoose.model<BillLineRecord>('BillLine', schema)

export function toLine({ type, at, data }: BillLineRecord): BillLine {
  return { type, at, data } as BillLine
}
