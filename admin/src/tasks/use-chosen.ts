import { useMemo } from 'react'
import { useStore } from 'react-admin'
import { useCount } from '../layout/use-count.ts'
import { type Chosen, tasksFilter, type Whose } from './filters.ts'
import { useDecides } from './use-decides.ts'

/**
 * What this person last looked at, kept in the browser: codes only, nothing of a case. At first one's own tasks, or where
 * there are none, those that nobody took; who only watches sees all.
 */
export function useChosen() {
  const decides = useDecides()
  const { count } = useCount('tasks', tasksFilter({ whose: 'mine' }))
  const [kept, choose] = useStore<Chosen>('tasks.chosen', {})
  const first: Whose = !decides ? 'all' : count === 0 ? 'nobody' : 'mine'
  const chosen = useMemo<Chosen>(() => ({ ...kept, whose: kept.whose ?? first }), [kept, first])
  const filter = useMemo(() => tasksFilter(chosen), [chosen])
  return { chosen, choose, filter }
}
