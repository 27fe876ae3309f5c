import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import mongoose, { type Model, Schema } from 'mongoose'
import { File, sha256 } from '../file.ts'
import { deleteBytes, writeBytes } from '../file-bytes.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { inTransaction, isDuplicate } from '../transaction.ts'

/** What an outside system answered to a call, once and never changed: the timeline knows its id and digest only. */
export type AnswerRecord = Tenanted<{
  _id: string
  call: string
  application: string
  system: string
  outcome: 'done' | 'refused'
  /** The owner's number and the date it bears (YYYY-MM-DD); null for a refusal. */
  number: string | null
  issuedOn: string | null
  /** Id of the stored file; null where the owner gave none. */
  file: string | null
  reason: string | null
  digest: string
  at: Date
}>

const fixed = { required: true, immutable: true } as const
const schema = new Schema<AnswerRecord>(
  {
    _id: { type: String, required: true },
    call: { type: String, ...fixed },
    application: { type: String, ...fixed },
    system: { type: String, ...fixed },
    outcome: { type: String, ...fixed },
    number: { type: String, default: null, immutable: true },
    issuedOn: { type: String, default: null, immutable: true },
    file: { type: String, default: null, immutable: true },
    reason: { type: String, default: null, immutable: true },
    digest: { type: String, ...fixed },
    at: { type: Date, ...fixed },
  },
  { collection: 'answers', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Answer: Model<AnswerRecord> = mongoose.model<AnswerRecord>('Answer', schema)

export type NewAnswer = Omit<AnswerRecord, '_id' | 'regency' | 'file' | 'at'>

/** Keeps the first answer to a call with its file (a PDF), in one transaction; whoever comes later gets that one. */
export async function keepAnswer(answer: NewAnswer, bytes: Uint8Array | null): Promise<AnswerRecord> {
  const known = await Answer.findOne({ call: answer.call }).lean<AnswerRecord>()
  if (known) return known
  const file = bytes && randomUUID()
  if (file && bytes) await writeBytes(file, Readable.from([Buffer.from(bytes)]))
  try {
    await inTransaction(async (session) => {
      const at = new Date()
      if (file && bytes) {
        const { system, call, application } = answer
        const record = {
          owner: `outside:${system}`,
          key: call,
          name: `${system}.pdf`,
          type: 'application/pdf' as const,
        }
        const told = { size: bytes.length, sha256: sha256(bytes), application, at }
        await File.insertMany([{ _id: file, ...record, ...told }], { session })
      }
      await Answer.insertMany([{ ...answer, _id: randomUUID(), file, at }], { session })
    })
  } catch (error) {
    if (file) await deleteBytes(file)
    if (!isDuplicate(error)) throw error
  }
  return Answer.findOne({ call: answer.call }).orFail().lean<AnswerRecord>()
}
