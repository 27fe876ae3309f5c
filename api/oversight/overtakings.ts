import type { Request, Response } from 'express'
import type { z } from 'zod'
import { OvertakingFilter, type OvertakingReasonLine, type OvertakingRow } from '../../contracts/oversight-history.ts'
import { namesOf } from '../../models/auth-user.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { countedUntil } from '../../models/oversight/count.ts'
import type { MovementRecord } from '../../models/oversight/movement.ts'
import { type OvertakingReasonRecord, reasonsOf } from '../../models/oversight/overtaking-reason.ts'
import { countOvertakings, findOvertakings, type OvertakingsAsked } from '../../models/oversight/overtakings.ts'
import { type AccessFilter, allows, authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import type { SignedIn } from '../request.ts'
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
  const rows = await presentOvertakings(found, request.person)
  stamp(response, await countedUntil(Date.now()))
  sendList(response, 'overtakings', list, rows, total)
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

/** Rows as a person sees them, with what was said of each. */
export async function presentOvertakings(
  found: readonly MovementRecord[],
  person: SignedIn | null,
): Promise<OvertakingRow[]> {
  const reasons = await reasonLines(found)
  const rows = found.map((row) => ({
    ...rowOf(row),
    reasons: reasons.get(row.task ?? '') ?? [],
    mayExplain: allows(person, 'explain', 'oversight', row),
  }))
  return (await nameGroups(rows)).map((row) => ({ ...row, id: row.task }))
}

/** What was said of these decisions, by task, with the names of who said it. */
export async function reasonLines(found: readonly MovementRecord[]): Promise<Map<string, OvertakingReasonLine[]>> {
  const lines = await reasonsOf(found)
  const names = await namesOf([...lines.values()].flatMap((each) => each.map(({ by }) => by)))
  const told = ({ text, by, at }: OvertakingReasonRecord): OvertakingReasonLine => ({
    text,
    by: { id: by, name: names.get(by) ?? by },
    at: at.toISOString(),
  })
  return new Map([...lines].map(([task, each]) => [task, each.map(told)]))
}

export function rowOf(row: MovementRecord): Omit<OvertakingRow, 'id' | 'names' | 'reasons' | 'mayExplain'> {
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
