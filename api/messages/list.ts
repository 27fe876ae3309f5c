import type { Request, Response } from 'express'
import { MessageFilter } from '../../contracts/lists.ts'
import { Message } from '../../models/case/message.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { type KeptMessage, presentMessageRows } from './present.ts'

const rules = {
  filter: MessageFilter,
  sortable: { queuedAt: 'queuedAt' },
  defaultSort: ['queuedAt', 'DESC'],
} as const

/** The log of what was told, for those who may see the cases it is about. */
export async function listMessages(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'message')
  const list = parseList(request.query, rules)
  const { id, ...equal } = list.filter
  const filter = { $and: [may, { ...equal, ...(id ? { _id: { $in: id } } : {}) }] }
  const messages = await Message.find(filter)
    .sort(list.sort)
    .skip(list.skip)
    .limit(list.limit)
    .select('-text')
    .lean<KeptMessage[]>()
  const total = await totalOf(messages, list, async () => Message.countDocuments(filter, { limit: countLimit }))
  sendList(response, 'messages', list, await presentMessageRows(messages, request.language), total)
}
