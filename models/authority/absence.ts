import mongoose, { type Model, Schema } from 'mongoose'
import type { AbsenceReason } from '../../domain/authority/absence.ts'
import { auditWithin } from '../audit.ts'
import { currentRegency, type Tenanted, tenantScoped } from '../tenancy.ts'
import { inTransaction } from '../transaction.ts'
import { type Ended, endable, endWithLine } from './span.ts'

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
  ended: Ended | null
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

/** They are back before its end; told twice, the first counts, and what is over stays as it was. */
export async function endAbsence(id: string, ended: Ended): Promise<AbsenceRecord> {
  const { at, by } = ended
  await endWithLine({ act: 'end-absence', by, subject: { kind: 'absence', id }, purpose: null }, (session) =>
    AbsenceModel.updateOne(endable(id, at), { $set: { ended } }, { session }),
  )
  return AbsenceModel.findOne({ _id: id }).orFail().lean<AbsenceRecord>()
}
