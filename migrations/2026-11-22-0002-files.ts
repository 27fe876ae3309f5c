import type { Db } from '../models/database.ts'

/** Uploads: found by id, once per owner and key, swept while unclaimed. GridFS makes its own index of chunks. */
export async function up(db: Db): Promise<void> {
  await db.collection('files').createIndex({ regency: 1, owner: 1, key: 1 }, { name: 'once', unique: true })
  await db.collection('files').createIndex({ regency: 1, application: 1 }, { name: 'of-case' })
  await db
    .collection('files')
    .createIndex({ at: 1 }, { name: 'unclaimed', partialFilterExpression: { application: null } })
  await db.collection('fileBytes.files').createIndex({ uploadDate: 1 }, { name: 'by-age' })
  await db.collection('fileBytes.files').createIndex({ filename: 1, uploadDate: 1 })
  await db.collection('fileBytes.chunks').createIndex({ files_id: 1, n: 1 }, { unique: true })
}
