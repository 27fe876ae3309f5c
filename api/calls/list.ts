import type { Request, Response } from 'express'
import { CallFilter } from '../../contracts/calls.ts'
import { Call, type CallRecord } from '../../models/case/call.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { presentCalls } from './present.ts'

const rules = {
  filter: CallFilter,
  sortable: { since: 'since' },
  defaultSort: ['since', 'ASC'],
} as const

/** What waits for outside systems now, for those who answer for it. */
export async function listCalls(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'call')
  const list = parseList(request.query, rules)
  const { id, ...equal } = list.filter
  const filter = { $and: [may, { status: 'waiting', ...equal, ...(id ? { call: { $in: id } } : {}) }] }
  const calls = await Call.find(filter).sort(list.sort).skip(list.skip).limit(list.limit).lean<CallRecord[]>()
  const total = await totalOf(calls, list, async () => Call.countDocuments(filter, { limit: countLimit }))
  sendList(response, 'calls', list, await presentCalls(request, calls), total)
}
