import { followUpStep, type TaskStatus } from '../../domain/case/state.ts'
import { deskAt, type Presence } from '../../models/authority/presence.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'

type Filter = Record<string, unknown>
type Group = Pick<TaskRecord, 'role' | 'roles' | 'agency' | 'village' | 'service' | 'kind'> & { assignee: string }

/** What stands beside a closed case has no workflow to be handed over by. */
const open = { step: { $ne: followUpStep }, status: { $in: ['open', 'returned'] satisfies TaskStatus[] } }

/** Open tasks that may not lie well, most pressing first: held by somebody away or gone, offered, or at a desk that is empty. */
export async function resting(presence: Presence): Promise<AsyncIterable<TaskRecord>> {
  const { mandates, away } = presence
  const ways: Filter[] = [
    { 'handOver.offered': true },
    { assignee: { $in: [...away] } },
    ...(await leftBehind(presence)),
    ...mandates
      .filter(({ for: official }) => official !== null && away.has(official))
      .map(({ role, agency, village }) => ({ assignee: null, role, agency, village })),
  ]
  return Task.find({ ...open, $or: ways })
    .sort({ dueAt: 1, _id: 1 })
    .lean<TaskRecord[]>()
    .cursor()
}

/** Desks at which somebody holds tasks without sitting there any more. */
async function leftBehind(presence: Presence): Promise<Filter[]> {
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
  return held
    .map(({ _id }) => _id)
    .filter((group) => !deskAt(presence, group).holds(group.assignee))
    .map(({ assignee, role, roles, agency, village, service, kind }) => ({
      ...{ assignee, role, roles, service, kind },
      ...(agency === null ? { village } : { agency }),
    }))
}
