import type { Request, Response } from 'express'
import { MandateFilter } from '../../contracts/mandates.ts'
import { MandateModel, type MandateRecord } from '../../models/authority/mandate.ts'
import { standingSo } from '../../models/authority/span.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { presentMandates } from './present.ts'

const rules = {
  filter: MandateFilter,
  sortable: { from: 'from', until: 'until' },
  defaultSort: ['from', 'DESC'],
} as const

/** Mandates of the offices that one may see, the newest first. */
export async function listMandates(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'mandate')
  const list = parseList(request.query, rules)
  const now = Date.now()
  const filter = { $and: [may, filterOf(list.filter, new Date(now))] }
  const rows = await MandateModel.find(filter).sort(list.sort).skip(list.skip).limit(list.limit).lean<MandateRecord[]>()
  const total = await totalOf(rows, list, async () => MandateModel.countDocuments(filter, { limit: countLimit }))
  sendList(response, 'mandates', list, await presentMandates(rows, request.person, now), total)
}

function filterOf({ id, state, ...equal }: MandateFilter, now: Date): Record<string, unknown> {
  return { ...equal, ...(id ? { _id: { $in: id } } : {}), ...(state ? standingSo(state, now) : {}) }
}
