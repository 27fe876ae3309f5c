import { Task } from './task.ts'

/** Open tasks by who holds them; whoever holds none is absent. */
export async function openByAssignee(accounts: string[]): Promise<Map<string, number>> {
  const counted = await Task.aggregate<{ _id: string; open: number }>([
    { $match: { assignee: { $in: accounts }, status: 'open' } },
    { $group: { _id: '$assignee', open: { $sum: 1 } } },
  ])
  return new Map(counted.map(({ _id, open }) => [_id, open]))
}
