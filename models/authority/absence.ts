import mongoose, { type Model, Schema } from 'mongoose'
import type { AbsenceReason } from '../../domain/authority/absence.ts'
import { auditWithin } from '../audit.ts'
import { currentRegency, type Tenanted, tenantScoped } from '../tenancy.ts'
import { inTransaction } from '../transaction.ts'
import type { Ended } from './mandate.ts'

/** Days an officer is away. It is ended once, when they are back early; never deleted. */
export type AbsenceRecord = Tenanted<{
  _id: string
  account: string
  /** Offices where they sit, as they stood when this was written: by them the permission table says who sees it. */
  agencies: string[]
  villages: string[]
  from: Date
  /** First instant they are here again. */
  until: Date
  reason: AbsenceReason
  by: string
  key: string
  digest: string
  at: Date
  ended: Omit<Ended, 'reason'> | null
}>

const schema = new Schema<AbsenceRecord>(
  {
    _id: { type: String, required: true },
    account: { type: String, required: true, immutable: true },
    agencies: { type: [String], required: true, immutable: true },
    villages: { type: [String], required: true, immutable: true },
    from: { type: Date, required: true, immutable: true },
    until: { type: Date, required: true, immutable: true },
    reason: { type: String, required: true, immutable: true },
    by: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    ended: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'absences', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const AbsenceModel: Model<AbsenceRecord> = mongoose.model<AbsenceRecord>('Absence', schema)

/** Filter of who is away at an instant. */
export const absentAt = (at: Date) => ({
  from: { $lte: at },
  until: { $gt: at },
  $or: [{ ended: null }, { 'ended.at': { $gt: at } }],
})

/** Keeps it with its line in the audit chain. The same key of the same person answers with what is kept, sent twice at once too. */
export async function keepAbsence(absence: Omit<AbsenceRecord, 'regency' | 'ended'>): Promise<AbsenceRecord> {
  const { _id, by, key, account } = absence
  return inTransaction(async (session) => {
    const known = await AbsenceModel.findOne({ by, key }).session(session).lean<AbsenceRecord>()
    if (known) return known
    await auditWithin(session, { act: 'record-absence', by, subject: { kind: 'absence', id: _id }, purpose: account })
    await AbsenceModel.insertMany([absence], { session })
    return { ...absence, regency: currentRegency(), ended: null }
  })
}

/** They are back before its end; told twice, the first counts. */
export async function endAbsence(id: string, ended: { at: Date; by: string }): Promise<AbsenceRecord> {
  await inTransaction(async (session) => {
    const { matchedCount } = await AbsenceModel.updateOne({ _id: id, ended: null }, { $set: { ended } }, { session })
    if (matchedCount === 0) return
    const subject = { kind: 'absence', id }
    await auditWithin(session, { act: 'end-absence', by: ended.by, subject, purpose: null })
  })
  return AbsenceModel.findOne({ _id: id }).orFail().lean<AbsenceRecord>()
}
