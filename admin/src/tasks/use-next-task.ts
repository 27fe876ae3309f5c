import { useCallback } from 'react'
import { useCreatePath, useDataProvider, useNavigate } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { leastTimeLeft } from './order.ts'

/** Opens the task with the least time left: one's own first, else one that nobody took; else the list. True where there was one. */
export function useNextTask() {
  const provider = useDataProvider<OfficeProvider>()
  const createPath = useCreatePath()
  const navigate = useNavigate()
  return useCallback(
    async (done: Pick<TaskRow, 'id'>): Promise<boolean> => {
      const next = (await firstOf('me')) ?? (await firstOf('nobody'))
      navigate(next ? `/tasks/${encodeURIComponent(next.id)}` : createPath({ resource: 'tasks', type: 'list' }))
      return next !== undefined

      async function firstOf(assignee: 'me' | 'nobody'): Promise<TaskRow | undefined> {
        const page = await provider
          .getList('tasks', {
            filter: { assignee, status: 'open' },
            sort: leastTimeLeft,
            pagination: { page: 1, perPage: 5 },
          })
          .catch(() => ({ data: [] }))
        return (page.data as TaskRow[]).find(({ id, actions }) => id !== done.id && actions.length > 0)
      }
    },
    [provider, createPath, navigate],
  )
}
