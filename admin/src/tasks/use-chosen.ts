import { useMemo } from 'react'
import { useStore } from 'react-admin'
import { type Chosen, tasksFilter } from './filters.ts'

/** What this person last looked at, kept in the browser: codes only, nothing of a case. */
export function useChosen() {
  const [chosen, choose] = useStore<Chosen>('tasks.chosen', { whose: 'mine' })
  const filter = useMemo(() => tasksFilter(chosen), [chosen])
  return { chosen, choose, filter }
}
