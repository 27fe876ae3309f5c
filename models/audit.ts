import { createHash } from 'node:crypto'
import mongoose, { type Model, Schema } from 'mongoose'
import { appendOnly } from './append-only.ts'
import type { ClientSession } from './database.ts'
import { currentRegency, type Tenanted, tenantScoped } from './tenancy.ts'
import { inTransaction, isDuplicate } from './transaction.ts'

export const auditActs = [
  'unmask',
  'search',
  'read-file',
  'export',
  'publish',
  'give-mandate',
  'end-mandate',
  'record-absence',
  'end-absence',
  'explain-overtaking',
] as const
export type AuditAct = (typeof auditActs)[number]

/** Who looked at what and why, or put what in force: ids and codes, never the personal data itself. */
export type AuditEntry = {
  act: AuditAct
  /** Account of whoever looked. */
  by: string
  /** Kind and id of what was looked at; for a search, its kind and the number of rows shown. */
  subject: { kind: string; id: string }
  purpose: string | null
}

/** A line of the regency's audit chain (design rule 2): appended once, chained to the line before by `hash`. */
export type AuditRecord = Tenanted<AuditEntry & { seq: number; at: Date; hash: string }>

const schema = new Schema<AuditRecord>(
  {
    seq: { type: Number, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    act: { type: String, required: true, immutable: true },
    by: { type: String, required: true, immutable: true },
    subject: { type: { kind: String, id: String }, _id: false, required: true, immutable: true },
    purpose: { type: String, default: null, immutable: true },
    hash: { type: String, required: true, immutable: true },
  },
  { collection: 'audit', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)
schema.plugin(appendOnly, { what: 'The audit chain' })

export const Audit: Model<AuditRecord> = mongoose.model<AuditRecord>('Audit', schema)

/** Last line of the chain; moved by compare-and-set in the transaction that appends. */
type HeadRecord = Tenanted<{ seq: number; hash: string }>
const headSchema = new Schema<HeadRecord>(
  { seq: { type: Number, required: true }, hash: { type: String, required: true } },
  { collection: 'auditHeads', versionKey: false },
).plugin(tenantScoped)
const AuditHead: Model<HeadRecord> = mongoose.model<HeadRecord>('AuditHead', headSchema)

/** Appends a line. Resolves only once it is kept: show what was asked for afterwards, never before. */
export async function audit(entry: AuditEntry): Promise<AuditRecord> {
  try {
    return await append(entry)
  } catch (error) {
    // Two first lines at once: one of them made the head, so now there is one.
    if (!isDuplicate(error)) throw error
    return append(entry)
  }
}

const append = (entry: AuditEntry) => inTransaction((session) => auditWithin(session, entry))

/** Appends a line together with what it tells of: kept both, or neither. */
export async function auditWithin(session: ClientSession, entry: AuditEntry): Promise<AuditRecord> {
  const head = await AuditHead.findOneAndUpdate(
    {},
    { $inc: { seq: 1 }, $setOnInsert: { hash: '' } },
    { upsert: true, returnDocument: 'after', session },
  )
    .orFail()
    .lean<HeadRecord>()
  const line = { ...entry, seq: head.seq, at: new Date() }
  const hash = chain(head.hash, currentRegency(), line)
  await AuditHead.updateOne({}, { $set: { hash } }, { session })
  const [kept] = await Audit.create([{ ...line, hash }], { session })
  if (!kept) throw new Error('The audit line was not kept')
  return kept.toObject()
}

/** Walks the regency's chain from its first line. Returns the first line that does not hold, or null. */
export async function brokenAuditLine(): Promise<number | null> {
  let hash = ''
  let seq = 0
  for await (const line of Audit.find().sort({ seq: 1 }).lean<AuditRecord>().cursor()) {
    seq += 1
    hash = chain(hash, line.regency, line)
    if (line.seq !== seq || line.hash !== hash) return seq
  }
  const head = await AuditHead.findOne().lean<HeadRecord>()
  return (head?.seq ?? 0) === seq && (head?.hash ?? '') === hash ? null : seq + 1
}

function chain(before: string, regency: string, line: AuditEntry & { seq: number; at: Date }): string {
  const { seq, at, act, by, subject, purpose } = line
  const said = JSON.stringify([before, regency, seq, at.getTime(), act, by, subject.kind, subject.id, purpose])
  return createHash('sha256').update(said).digest('hex')
}
