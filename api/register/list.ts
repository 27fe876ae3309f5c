import type { Request, Response } from 'express'
import { RegisterFilter } from '../../contracts/register.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { standingQuery } from '../../models/register/standing-query.ts'
import { beginningWith } from '../case/beginning-with.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { presentRegisterRow } from './present-row.ts'
import { entryWordBook } from './words.ts'

const rules = {
  filter: RegisterFilter,
  sortable: { validUntil: 'validUntil', number: 'number' },
  defaultSort: ['validUntil', 'ASC'],
} as const

const dayMs = 86_400_000

/** Licences that one may see; how they stand is worked out for the moment of asking. */
export async function listRegister(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'register')
  const list = parseList(request.query, rules)
  const filter = { $and: [may, ...conditionsOf(list.filter, new Date())] }
  const rows = await RegisterEntry.find(filter)
    .sort(list.sort)
    .skip(list.skip)
    .limit(list.limit)
    .lean<RegisterRecord[]>()
  const total = await totalOf(rows, list, async () => RegisterEntry.countDocuments(filter, { limit: countLimit }))
  const words = entryWordBook()
  const presented = await Promise.all(rows.map(async (row) => presentRegisterRow(row, await words(row))))
  sendList(response, 'register', list, presented, total)
}

function conditionsOf({ id, q, standing, endsWithin, ...equal }: RegisterFilter, now: Date): Record<string, unknown>[] {
  return [
    equal,
    ...(id ? [{ entry: { $in: id } }] : []),
    ...(q ? [{ number: beginningWith(q.toUpperCase()) }] : []),
    ...(standing ? [standingQuery(standing, now)] : []),
    ...(endsWithin ? [{ validUntil: { $gte: now, $lt: new Date(now.getTime() + endsWithin * dayMs) } }] : []),
  ]
}
