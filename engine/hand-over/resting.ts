import { followUpStep, type TaskStatus } from '../../domain/case/state.ts'
import { deskAt, type Presence } from '../../models/authority/presence.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'

type Filter = Record<string, unknown>
type Group = Pick<TaskRecord, 'role' | 'roles' | 'agency' | 'village' | 'service' | 'kind'> & { assignee: string }

/** What stands beside a closed case has no workflow to be handed over by. */
const open = { step: { $ne: followUpStep }, status: { $in: ['open', 'returned'] satisfies TaskStatus[] } }

/** Open tasks, most pressing first, that are held by somebody away, are offered, or lie at a desk that is empty. */
export function offeredOrAway({ mandates, away }: Presence): AsyncIterable<TaskRecord> {
  const emptied = mandates
    .filter(({ for: official }) => official !== null && away.has(official))
    .map(({ role, agency, village }) => ({ assignee: null, role, agency, village }))
  return pressing([{ 'handOver.offered': true }, { assignee: { $in: [...away] } }, ...emptied])
}

/** Open tasks, most pressing first, that are held by somebody who does not sit at their desk. Looks at every open task. */
export async function leftBehind(presence: Presence): Promise<AsyncIterable<TaskRecord>> {
  const held = await Task.aggregate<{ _id: Group }>([
    { $match: { ...open, assignee: { $ne: null } } },
    {
      $group: {
        _id: {
          assignee: '$assignee',
          role: '$role',
          roles: '$roles',
          agency: '$agency',
          village: '$village',
          service: '$service',
          kind: '$kind',
        },
      },
    },
  ])
  const left = held
    .map(({ _id }) => _id)
    .filter((group) => !deskAt(presence, group).holds(group.assignee))
    .map(({ agency, village, ...group }) => ({ ...group, ...(agency === null ? { village } : { agency }) }))
  return pressing(left)
}

async function* pressing(ways: Filter[]): AsyncIterable<TaskRecord> {
  if (ways.length === 0) return
  const found = Task.find({ ...open, $or: ways }).sort({ dueAt: 1, _id: 1 })
  yield* found.lean<TaskRecord[]>().cursor()
}
