import { useMemo } from 'react'
import { useStore } from 'react-admin'
import { type Chosen, tasksFilter } from './filters.ts'
import { useDecides } from './use-decides.ts'

/** What this person last looked at, kept in the browser: codes only, nothing of a case. */
export function useChosen() {
  const decides = useDecides()
  const [kept, choose] = useStore<Chosen>('tasks.chosen', {})
  const chosen = useMemo<Chosen>(() => ({ whose: decides ? 'mine' : 'all', ...kept }), [kept, decides])
  const filter = useMemo(() => tasksFilter(chosen), [chosen])
  return { chosen, choose, filter }
}
