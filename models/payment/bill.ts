import mongoose, { type Model, Schema } from 'mongoose'
import type { Balance } from '../../domain/payment/ledger.ts'
import type { Account, PayMethod } from '../../domain/payment/lines.ts'
import type { BillState, BillStatus } from '../../domain/payment/state.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** What somebody has to look at, gravest first. `refunding`: on its way, to be watched. */
export const attentions = ['refund-by-hand', 'charge-refused', 'held', 'refunding'] as const
export type Attention = (typeof attentions)[number]

export type AccountRecord = { order: string; method: PayMethod; until: number; account: Account }

/** A bill's row, projected from its lines; what is immutable says what it is for. */
export type BillRecord = Tenanted<{
  _id: string
  /** `{application}/{step}/{ordinal}`: asked for again it is the same bill. */
  key: string
  application: string
  number: string
  service: string
  serviceVersion: number
  step: string
  /** The case's place and people, by which the permission table says who sees its bills. */
  case: {
    agencies: string[]
    village: string | null
    servicePoint: string | null
    applicant: { account: string | null }
    filedBy: string
  }
  /** Codes of the definition's fees and what each came to (rupiah). */
  fees: { code: string; amount: number }[]
  amount: number
  /** Until when the applicant has time, by the calendar as it was then. */
  until: Date
  openedAt: Date
  state: BillState
  status: BillStatus
  balance: Balance
  /** Where it can be paid now. */
  accounts: AccountRecord[]
  attention: Attention | null
  /** Place of `attention`, gravest highest: lists sort by it. */
  rank: number
  receipt: string | null
  paidAt: Date | null
}>

const schema = new Schema<BillRecord>(
  {
    _id: { type: String, required: true },
    key: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    number: { type: String, required: true, immutable: true },
    service: { type: String, required: true, immutable: true },
    serviceVersion: { type: Number, required: true, immutable: true },
    step: { type: String, required: true, immutable: true },
    case: { type: Schema.Types.Mixed, required: true, immutable: true },
    fees: { type: [{ _id: false, code: String, amount: Number }], required: true, immutable: true },
    amount: { type: Number, required: true, immutable: true },
    until: { type: Date, required: true, immutable: true },
    openedAt: { type: Date, required: true, immutable: true },
    state: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    balance: { type: Schema.Types.Mixed, required: true },
    accounts: { type: Schema.Types.Mixed, required: true },
    attention: { type: String, default: null },
    rank: { type: Number, required: true },
    receipt: { type: String, default: null },
    paidAt: { type: Date, default: null },
  },
  { collection: 'bills', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Bill: Model<BillRecord> = mongoose.model<BillRecord>('Bill', schema)
