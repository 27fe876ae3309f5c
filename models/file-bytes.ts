import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import mongoose from 'mongoose'
import { currentRegency } from './tenancy.ts'

export const fileBucket = 'fileBytes'

function bucket(): mongoose.mongo.GridFSBucket {
  const { db } = mongoose.connection
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('MongoDB has not been reached yet')
  return new mongoose.mongo.GridFSBucket(db, { bucketName: fileBucket })
}

/** GridFS knows ids as ObjectId in its types, and takes any. */
const asGridId = (id: string) => id as unknown as mongoose.mongo.ObjectId

/** Streams bytes into GridFS. When the source fails nothing is kept, and its error is thrown on. */
export async function writeBytes(id: string, ...stages: [Readable, ...NodeJS.ReadWriteStream[]]): Promise<void> {
  const target = bucket().openUploadStreamWithId(asGridId(id), id, { metadata: { regency: currentRegency() } })
  try {
    await pipeline([...stages, target])
  } catch (error) {
    await deleteBytes(id)
    throw error
  }
}

export function openBytes(id: string): Readable {
  return bucket().openDownloadStream(asGridId(id))
}

/** Removes what there is, whole or half-written. */
export async function deleteBytes(id: string): Promise<void> {
  const { db } = mongoose.connection
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('MongoDB has not been reached yet')
  await db.collection(`${fileBucket}.files`).deleteOne({ _id: asGridId(id) })
  await db.collection(`${fileBucket}.chunks`).deleteMany({ files_id: id })
}

/** Ids of whole files written before an instant, oldest first. */
export async function bytesWrittenBefore(
  instant: Date,
  limit: number,
  after?: Date,
): Promise<{ id: string; at: Date }[]> {
  const found = await bucket()
    .find({ uploadDate: { $lt: instant, ...(after ? { $gt: after } : {}) } }, { sort: { uploadDate: 1 }, limit })
    .toArray()
  return found.map((file) => ({ id: String(file._id), at: file.uploadDate }))
}
