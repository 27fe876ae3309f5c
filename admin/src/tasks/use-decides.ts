import { useCanAccess } from 'react-admin'

/** Whether this person decides tasks; others watch over them, and have none of their own. */
export function useDecides(): boolean {
  const { canAccess } = useCanAccess({ resource: 'tasks', action: 'decide' })
  return canAccess ?? true
}
