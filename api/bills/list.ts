import type { Request, Response } from 'express'
import { BillFilter } from '../../contracts/bills.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { beginningWith } from '../case/beginning-with.ts'
import { readerOf } from '../case/reader.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { presentBillRow } from './present.ts'

const rules = {
  filter: BillFilter,
  sortable: { attention: 'rank', openedAt: 'openedAt' },
  defaultSort: ['attention', 'DESC'],
} as const

/** What needs somebody first, then newest first. */
export async function listBills(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'bill')
  const list = parseList(request.query, rules)
  const filter = { $and: [may, filterOf(list.filter)] }
  const sort = list.sort.rank ? ({ rank: list.sort.rank, openedAt: -1, _id: -1 } as const) : list.sort
  const rows = await Bill.find(filter).sort(sort).skip(list.skip).limit(list.limit).lean<BillRecord[]>()
  const total = await totalOf(rows, list, async () => Bill.countDocuments(filter, { limit: countLimit }))
  const reader = readerOf(request)
  const presented = await Promise.all(rows.map(async (row) => presentBillRow(row, await wordsOf(reader, row))))
  sendList(response, 'bills', list, presented, total)
}

export function wordsOf(reader: ReturnType<typeof readerOf>, bill: BillRecord) {
  const { service, serviceVersion } = bill
  return reader.words({ service, serviceVersion, village: bill.case.village })
}

function filterOf({ id, q, ...equal }: BillFilter): Record<string, unknown> {
  return {
    ...equal,
    ...(id ? { _id: { $in: id } } : {}),
    ...(q ? { number: beginningWith(q.toUpperCase()) } : {}),
  }
}
