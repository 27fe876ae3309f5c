import mongoose, { type Model, Schema } from 'mongoose'
import { type Measure, measures, type TallyKey } from '../../domain/oversight/tallies.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** Sums over a week, a month, a quarter, or the day that open cases came; `name` is unique in the regency. */
export type TallyRecord = Tenanted<TallyKey & { name: string } & Record<Measure, number>>

const sums = Object.fromEntries(measures.map((measure) => [measure, { type: Number, default: 0 }]))
const schema = new Schema<TallyRecord>(
  {
    name: { type: String, required: true, immutable: true },
    subject: { type: String, required: true, immutable: true },
    grain: { type: String, required: true, immutable: true },
    from: { type: String, required: true, immutable: true },
    level: { type: String, required: true, immutable: true },
    agency: { type: String, default: null, immutable: true },
    village: { type: String, default: null, immutable: true },
    office: { type: String, default: '', immutable: true },
    service: { type: String, default: null, immutable: true },
    step: { type: String, default: null, immutable: true },
    officer: { type: String, default: null, immutable: true },
    ...sums,
  },
  { collection: 'tallies', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Tally: Model<TallyRecord> = mongoose.model<TallyRecord>('Tally', schema)

/**
 * When the regency's tallies were last added to; whoever writes them writes this too, so that no two do at once. `holder`
 * keeps counting away until `heldUntil`, null where nobody does.
 */
type HeadRecord = Tenanted<{ countedAt: Date; holder: string | null; heldUntil: Date | null }>
const headSchema = new Schema<HeadRecord>(
  {
    countedAt: { type: Date, required: true },
    holder: { type: String, default: null },
    heldUntil: { type: Date, default: null },
  },
  { collection: 'tallyHeads', versionKey: false },
).plugin(tenantScoped)
export const TallyHead: Model<HeadRecord> = mongoose.model<HeadRecord>('TallyHead', headSchema)
