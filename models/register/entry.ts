import mongoose, { type Model, Schema } from 'mongoose'
import { awaitedEntry, type EntryState } from '../../domain/register/state.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

/** What a document entitles to, and until when: a licence, a card, a civil record. */
export type RegisterRecord = Tenanted<{
  /** `{application number}:{register}`. */
  entry: string
  register: string
  application: string
  /** The document it stands on, and that document's number. */
  document: string
  number: string
  /** A corrected document that the licence's own timeline has not told of yet. */
  corrected?: string
  service: string
  serviceVersion: number
  /** The office that issued it and alone takes it away; a village's region code where its office did. */
  agency: string
  /** The case's place, by which the permission table says who sees it. */
  agencies: string[]
  village: string | null
  servicePoint: string | null
  holder: { name: string; nik: string; account: string | null }
  /** Answers the register makes public, by field. */
  fields: Record<string, unknown>
  validFrom: Date
  validUntil: Date | null
  /** Entry whose place it takes. */
  renews: string | null
  /** Fold of its own timeline (design rule 1); the three below are projected from it, for lists only. */
  state: EntryState
  revokedAt: Date | null
  supersededAt: Date | null
  /** The suspension that was last ordered and not lifted; it may have run out since. */
  suspension: { from: Date; until: Date | null } | null
  /** How far ahead of real time its case was when it was entered, in ms: above 0 only where a demo case was skipped. */
  shift: number
  /** When its workflow was last asked to start. */
  startedAt: Date | null
}>

const schema = new Schema<RegisterRecord>(
  {
    entry: { type: String, required: true, immutable: true },
    register: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    document: { type: String, required: true },
    number: { type: String, required: true },
    corrected: { type: String },
    service: { type: String, required: true, immutable: true },
    serviceVersion: { type: Number, required: true, immutable: true },
    agency: { type: String, required: true, immutable: true },
    agencies: { type: [String], required: true, immutable: true },
    village: { type: String, default: null, immutable: true },
    servicePoint: { type: String, default: null, immutable: true },
    holder: { type: Schema.Types.Mixed, required: true },
    fields: { type: Schema.Types.Mixed, required: true },
    validFrom: { type: Date, required: true },
    validUntil: { type: Date, default: null },
    renews: { type: String, default: null, immutable: true },
    state: { type: Schema.Types.Mixed, required: true, default: untold },
    revokedAt: { type: Date, default: null },
    supersededAt: { type: Date, default: null },
    suspension: { type: Schema.Types.Mixed, default: null },
    shift: { type: Number, default: 0 },
    startedAt: { type: Date, default: null },
  },
  { collection: 'registerEntries', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const RegisterEntry: Model<RegisterRecord> = mongoose.model<RegisterRecord>('RegisterEntry', schema)

/** Until its workflow has told its first line, an entry says what the register says. */
function untold(this: RegisterRecord): EntryState {
  return awaitedEntry(this.document, this.validFrom.getTime(), this.validUntil?.getTime() ?? null)
}
