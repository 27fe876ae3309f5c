import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import mongoose, { type Model, Schema } from 'mongoose'
import type { StoredFile } from '../contracts/files.ts'
import type { ClientSession } from './database.ts'
import { openBytes } from './file-bytes.ts'
import { type Tenanted, tenantScoped } from './tenancy.ts'

/** What is known of an uploaded file; its bytes lie in GridFS under the same id. */
export type FileRecord = Tenanted<{
  _id: string
  /** Account that uploaded it: only they may put it into an application. */
  owner: string
  /** The client's key for this upload, unique with the owner. */
  key: string
  name: string
  type: StoredFile['type']
  size: number
  /** Hex. */
  sha256: string
  /** The case that took it; unclaimed files are swept after a day. */
  application: string | null
  at: Date
}>

const schema = new Schema<FileRecord>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    name: { type: String, required: true, immutable: true },
    type: { type: String, required: true, immutable: true },
    size: { type: Number, required: true, immutable: true },
    sha256: { type: String, required: true, immutable: true },
    application: { type: String, default: null },
    at: { type: Date, required: true, immutable: true },
  },
  { collection: 'files', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)

export const File: Model<FileRecord> = mongoose.model<FileRecord>('File', schema)

/** Files that cannot be put into the case: unknown, somebody else's, or part of another case. */
export class FilesNotClaimable extends Error {
  override name = 'FilesNotClaimable'
  readonly ids: string[]
  constructor(ids: string[]) {
    super('files not claimable')
    this.ids = ids
  }
}

/**
 * Puts uploaded files into a case, inside the caller's transaction; claiming again for the same case is nothing new.
 * @throws FilesNotClaimable naming the ids, so that the caller can name the documents
 */
export async function claimFiles(
  ids: readonly string[],
  application: string,
  owner: string,
  session?: ClientSession,
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const mine = { _id: { $in: wanted }, owner, application: { $in: [null, application] } }
  const { matchedCount } = await File.updateMany(mine, { $set: { application } }, { session })
  if (matchedCount === wanted.length) return
  const claimed = await File.find(mine)
    .select('_id')
    .session(session ?? null)
    .lean<{ _id: string }[]>()
  const known = new Set(claimed.map((file) => file._id))
  throw new FilesNotClaimable(wanted.filter((id) => !known.has(id)))
}

/** Records of several files, in one query; ids nobody knows are absent. */
export async function filesById(ids: readonly string[]): Promise<Map<string, FileRecord>> {
  if (ids.length === 0) return new Map()
  const found = await File.find({ _id: { $in: [...new Set(ids)] } }).lean<FileRecord[]>()
  return new Map(found.map((file) => [file._id, file]))
}

/** The file and its bytes, or null. Whoever shows it has asked before whether they may. */
export async function readFile(id: string): Promise<{ record: FileRecord; bytes: Readable } | null> {
  const record = await File.findById(id).lean<FileRecord>()
  return record && { record, bytes: openBytes(id) }
}

/** A digest for bytes held in memory, as `FileRecord.sha256`. */
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function presentFile({ _id, name, type, size }: FileRecord): StoredFile {
  return { id: _id, name, type, size }
}
