import type { Db } from '../models/database.ts'

/** One key per name: two processes that make it at once end with the first. */
export async function up(db: Db): Promise<void> {
  await db.collection('signingKeys').createIndex({ regency: 1, key: 1 }, { name: 'key', unique: true })
}
