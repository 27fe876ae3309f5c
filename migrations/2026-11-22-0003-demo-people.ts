import type { Db } from '../models/database.ts'

export async function up(db: Db): Promise<void> {
  await db.collection('demoPeople').createIndex({ regency: 1, email: 1 }, { name: 'one-each', unique: true })
}
