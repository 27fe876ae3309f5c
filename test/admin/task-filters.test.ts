import { describe, expect, it } from 'vitest'
import { hasFilters, tasksFilter } from '../../admin/src/tasks/filters.ts'
import { TaskFilter } from '../../contracts/tasks.ts'

describe('the inbox’s filter', () => {
  it('shows one’s own open tasks first', () => {
    expect(tasksFilter({})).toEqual({ status: 'open', assignee: 'me' })
    expect(tasksFilter({ whose: 'nobody' })).toEqual({ status: 'open', assignee: 'nobody' })
    expect(tasksFilter({ whose: 'all' })).toEqual({ status: 'open' })
  })

  it('shows those that wait on the applicant only when asked', () => {
    expect(tasksFilter({ whose: 'all', state: 'paused' })).toEqual({ status: 'returned' })
    expect(tasksFilter({ whose: 'all', state: 'breached' })).toEqual({ status: 'open', state: 'breached' })
  })

  it('is one that the API takes', () => {
    const chosen = {
      whose: 'mine',
      state: 'warned',
      service: 'sktm',
      step: 'tanda-tangan',
      servicePoint: 'mpp',
    } as const
    expect(TaskFilter.safeParse(tasksFilter(chosen)).success).toBe(true)
  })

  it('knows whether anything hides rows', () => {
    expect(hasFilters({ whose: 'all' })).toBe(false)
    expect(hasFilters({ whose: 'all', service: undefined })).toBe(false)
    expect(hasFilters({ service: 'sktm' })).toBe(true)
  })
})
