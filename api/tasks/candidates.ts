import type { z } from 'zod'
import type { Candidate } from '../../contracts/tasks.ts'
import { namesOf } from '../../models/auth-user.ts'
import { openByAssignee } from '../../models/case/load.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { holdersOf } from '../../models/membership.ts'
import { decidingRoles } from './desks.ts'

/** Colleagues who may decide the task today, those with the least open work first. */
export async function candidatesFor(task: TaskRecord): Promise<z.infer<typeof Candidate>[]> {
  const { agency, village } = task
  const holders = await holdersOf({ roles: decidingRoles(task), agency, village })
  const accounts = [...new Set(holders.map(({ account }) => account))]
  const [names, open] = await Promise.all([namesOf(accounts), openByAssignee(accounts)])
  return accounts
    .flatMap((id) => {
      const role = holders.find(({ account }) => account === id)?.role
      return role ? [{ id, name: names.get(id) ?? id, role, open: open.get(id) ?? 0 }] : []
    })
    .sort((a, b) => a.open - b.open || a.name.localeCompare(b.name, 'id'))
}
