import type { z } from 'zod'
import type { TaskFilter } from '../../contracts/tasks.ts'

type Asked = z.infer<typeof TaskFilter>

type Filter = Record<string, unknown>

/**
 * What a filter means on the stored rows at `now` (UTC epoch ms). Each row's clock is read in its own present: `shift` is
 * above 0 only where a demo case was skipped ahead. Asked for nothing else, the inbox is what is open.
 */
export function taskFilter({ id, assignee, state, ...equal }: Asked, account: string, now: number): Filter {
  const named = id !== undefined || equal.application !== undefined
  const open = named || equal.status !== undefined || state === 'paused' ? {} : { status: 'open' }
  return {
    ...open,
    ...equal,
    ...(id ? { task: { $in: id } } : {}),
    ...(assignee ? { assignee: assignee === 'me' ? account : null } : {}),
    ...(state ? clockFilter(state, now) : {}),
  }
}

function clockFilter(state: NonNullable<Asked['state']>, now: number): Filter {
  switch (state) {
    case 'paused':
      return { status: 'returned' }
    case 'breached':
      return { $or: [{ dueAt: { $lte: new Date(now) } }, { shift: { $gt: 0 }, $expr: isPast('$dueAt', now) }] }
    case 'warned':
      return {
        dueAt: { $gt: new Date(now) },
        $expr: { $and: [{ $not: [isPast('$dueAt', now)] }, isPast('$warnAt', now)] },
      }
    case 'on-time':
      return {
        dueAt: { $gt: new Date(now) },
        $expr: { $not: [{ $or: [isPast('$dueAt', now), isPast('$warnAt', now)] }] },
      }
  }
}

/** An instant there is, and that the row's own present has reached. */
const isPast = (field: string, now: number) => ({
  $and: [{ $ne: [field, null] }, { $lte: [field, { $add: [new Date(now), '$shift'] }] }],
})
