import type { z } from 'zod'
import type { TaskFilter } from '../../../contracts/tasks.ts'

export type TasksFilter = z.infer<typeof TaskFilter>
export const whose = ['mine', 'nobody', 'all'] as const
export type Whose = (typeof whose)[number]
export const clockStates = ['on-time', 'warned', 'breached', 'paused'] as const

/** What the screen lets one choose. */
export type Chosen = Pick<TasksFilter, 'service' | 'step' | 'servicePoint' | 'state'> & { whose?: Whose }

/** The API's filter: open tasks, and those that wait on the applicant only when they are asked for. */
export function tasksFilter({ whose: tab = 'mine', state, ...rest }: Chosen): TasksFilter {
  return {
    ...rest,
    status: state === 'paused' ? 'returned' : 'open',
    ...(state && state !== 'paused' && { state }),
    ...(tab !== 'all' && { assignee: tab === 'mine' ? 'me' : 'nobody' }),
  }
}

export function hasFilters({ whose: _, ...chosen }: Chosen): boolean {
  return Object.values(chosen).some((value) => value !== undefined)
}
