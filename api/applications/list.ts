import type { Request, Response } from 'express'
import { ApplicationFilter } from '../../contracts/lists.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { beginningWith } from '../case/beginning-with.ts'
import { presentApplicationRow } from '../case/present-row.ts'
import { readerOf } from '../case/reader.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'

/** Sorting is by what has an index beside every scope. */
const rules = {
  filter: ApplicationFilter,
  sortable: { receivedAt: 'acceptedAt', number: 'number' },
  defaultSort: ['receivedAt', 'DESC'],
} as const

/** What a row is made of; answers stay where they are. */
export const rowFields = [
  'number service serviceVersion status channel servicePoint village agencies',
  'applicant filedBy waiting state.track state.tasks dueAt acceptedAt closedAt shift',
].join(' ')

export async function listApplications(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'application')
  const list = parseList(request.query, rules)
  const filter = { $and: [may, filterOf(list.filter)] }
  const rows = await Application.find(filter)
    .sort(list.sort)
    .skip(list.skip)
    .limit(list.limit)
    .select(rowFields)
    .lean<ApplicationRecord[]>()
  const total = await totalOf(rows, list, async () => Application.countDocuments(filter, { limit: countLimit }))
  const reader = readerOf(request)
  const presented = await Promise.all(rows.map(async (row) => presentApplicationRow(row, await reader.words(row))))
  sendList(response, 'applications', list, presented, total)
}

function filterOf({ id, q, ...equal }: ApplicationFilter): Record<string, unknown> {
  return {
    ...equal,
    ...(id ? { _id: { $in: id } } : {}),
    ...(q ? { number: beginningWith(q.toUpperCase()) } : {}),
  }
}
