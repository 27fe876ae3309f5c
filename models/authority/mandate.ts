import mongoose, { type Model, Schema } from 'mongoose'
import type { MandateKind, MandateScope } from '../../domain/authority/mandate.ts'
import type { Role } from '../../domain/service.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import type { Ended } from './span.ts'

/**
 * A dated stand-in by letter. Nothing of it changes once it is given, except that it is ended once, before its time; both are
 * lines of the audit chain. Never deleted: documents name it.
 */
export type MandateRecord = Tenanted<{
  _id: string
  kind: MandateKind
  /** Account of whoever acts, and of the official, null where the office is vacant. */
  holder: string
  for: string | null
  role: Role
  agency: string | null
  village: string | null
  /** Where the official serves: a counter files at its point. null elsewhere, and for a vacant office. */
  servicePoint: string | null
  /** The office that is stood in for, as it stands under a signature after "Plh.". */
  position: string
  from: Date
  /** First instant it no longer holds. */
  until: Date
  /** The letter it rests on; `date` is the day it bears, `YYYY-MM-DD`. */
  letter: { number: string; date: string }
  scope: MandateScope
  givenBy: string
  /** The giver's own key of the request, and the digest of what was asked under it. */
  key: string
  digest: string
  givenAt: Date
  ended: (Ended & { reason: string }) | null
}>

const schema = new Schema<MandateRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, immutable: true },
    holder: { type: String, required: true, immutable: true },
    for: { type: String, default: null, immutable: true },
    role: { type: String, required: true, immutable: true },
    agency: { type: String, default: null, immutable: true },
    village: { type: String, default: null, immutable: true },
    servicePoint: { type: String, default: null, immutable: true },
    position: { type: String, required: true, immutable: true },
    from: { type: Date, required: true, immutable: true },
    until: { type: Date, required: true, immutable: true },
    letter: { type: Schema.Types.Mixed, required: true, immutable: true },
    scope: { type: Schema.Types.Mixed, required: true, immutable: true },
    givenBy: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    givenAt: { type: Date, required: true, immutable: true },
    ended: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'mandates', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const MandateModel: Model<MandateRecord> = mongoose.model<MandateRecord>('Mandate', schema)
