import type { Db } from '../models/database.ts'

/** One code per activation of a seal: two processes that ask for the first at once end with one. */
export async function up(db: Db): Promise<void> {
  await db.collection('sealCodes').createIndex({ regency: 1, chain: 1 }, { name: 'chain', unique: true })
}
