import type { Db } from '../models/database.ts'

/** Bills and their lines: a payment belongs to one bill, a refund is due once; then what the lists read. */
export async function up(db: Db): Promise<void> {
  await db.collection('bills').createIndexes([
    { name: 'once', key: { regency: 1, key: 1 }, unique: true },
    { name: 'of-case', key: { regency: 1, application: 1 } },
    { name: 'by-agency', key: { regency: 1, 'case.agencies': 1, rank: -1, openedAt: -1, _id: -1 } },
    { name: 'by-village', key: { regency: 1, 'case.village': 1, rank: -1, openedAt: -1, _id: -1 } },
    { name: 'by-service-point', key: { regency: 1, 'case.servicePoint': 1, rank: -1, openedAt: -1, _id: -1 } },
    { name: 'all', key: { regency: 1, rank: -1, openedAt: -1, _id: -1 } },
  ])
  await db.collection('billLines').createIndexes([
    { name: 'line', key: { regency: 1, bill: 1, seq: 1 }, unique: true },
    { name: 'once', key: { regency: 1, bill: 1, key: 1 }, unique: true },
    {
      name: 'payment-of-one-bill',
      key: { regency: 1, 'data.payment': 1 },
      unique: true,
      partialFilterExpression: { type: 'received' },
    },
    {
      name: 'refund-due-once',
      key: { regency: 1, 'data.refund': 1 },
      unique: true,
      partialFilterExpression: { type: 'refund-due' },
    },
  ])
}
