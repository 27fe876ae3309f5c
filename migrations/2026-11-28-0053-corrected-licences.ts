import type { Db } from '../models/database.ts'

/** Licences that are still to be told of a corrected document: few at any time. */
export async function up(db: Db): Promise<void> {
  await db
    .collection('registerEntries')
    .createIndex({ corrected: 1 }, { name: 'corrected', partialFilterExpression: { corrected: { $type: 'string' } } })
}
