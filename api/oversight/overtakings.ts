import type { Request, Response } from 'express'
import type { z } from 'zod'
import { OvertakingFilter, type OvertakingRow } from '../../contracts/oversight-history.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { countedUntil } from '../../models/oversight/count.ts'
import type { MovementRecord } from '../../models/oversight/movement.ts'
import { countOvertakings, findOvertakings, type OvertakingsAsked } from '../../models/oversight/overtakings.ts'
import { type AccessFilter, authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { bucketsOf } from './history.ts'
import { nameGroups } from './names.ts'
import { sliceOf } from './slice.ts'
import { stamp } from './standing.ts'

/** Decisions that went before older equals, the latest first. */
export async function listOvertakings(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const rules = { filter: OvertakingFilter, sortable: { at: 'at' }, defaultSort: ['at', 'DESC'] as const }
  const list = parseList(request.query, rules)
  const asked = await overtakingsAsked(may, list.filter)
  const found = await findOvertakings(asked, list)
  const total = await totalOf(found, list, () => countOvertakings(asked, countLimit))
  const rows = (await nameGroups(found.map(rowOf))).map((row) => ({ ...row, id: row.task }))
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'overtakings', list, rows satisfies OvertakingRow[], total)
}

/** A filter in the words of the stored rows. */
export async function overtakingsAsked(
  may: AccessFilter,
  { grain, last, free, ...slice }: z.output<typeof OvertakingFilter>,
): Promise<OvertakingsAsked> {
  const [first = ''] = await bucketsOf({ grain, last })
  const { utcOffsetMinutes } = await regencyFacts()
  const since = new Date(Date.parse(`${first}T00:00:00Z`) - utcOffsetMinutes * 60_000)
  return { may, slice: sliceOf(slice), since, free: free ?? false }
}

export function rowOf(row: MovementRecord): Omit<OvertakingRow, 'id' | 'names'> {
  const { office, service, step, officer, application, number, task, at, since, outcome } = row
  const [overtook, overtookFree] = [row.overtook ?? 0, row.overtookFree ?? 0]
  return {
    office,
    service,
    step,
    officer,
    application,
    number,
    task: task ?? '',
    at: at.toISOString(),
    since: (since ?? at).toISOString(),
    outcome: outcome ?? '',
    overtook,
    overtookFree,
    reason: overtookFree === 0 ? 'held-by-colleagues' : null,
  }
}
