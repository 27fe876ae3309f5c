import type { z } from 'zod'
import type { Candidate } from '../../contracts/tasks.ts'
import { namesOf } from '../../models/auth-user.ts'
import { actingAt } from '../../models/authority/at-desk.ts'
import { openByAssignee } from '../../models/case/load.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { decidingRoles } from './desks.ts'

/** Who may decide the task today, by right or as a stand-in, those with the least open work first. */
export async function candidatesFor(task: TaskRecord): Promise<z.infer<typeof Candidate>[]> {
  const { agency, village } = task
  const acting = await actingAt({ roles: decidingRoles(task), agency, village }, task)
  const accounts = acting.map(({ account }) => account)
  const [names, open] = await Promise.all([namesOf(accounts), openByAssignee(accounts)])
  return acting
    .map(({ account: id, role }) => ({ id, name: names.get(id) ?? id, role, open: open.get(id) ?? 0 }))
    .sort((a, b) => a.open - b.open || a.name.localeCompare(b.name, 'id'))
}
