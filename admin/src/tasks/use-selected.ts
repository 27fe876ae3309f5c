import { useListContext } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'

/** Tasks of this page that are marked to be decided together; only those at one's own desk can be. */
export function useSelected(rows: TaskRow[]) {
  const { selectedIds, onToggleItem, onSelect, onUnselectItems } = useListContext<TaskRow>()
  const offered = rows.filter(({ actions }) => actions.includes('decide')).map(({ id }) => id)
  const selected = offered.filter((id) => selectedIds?.includes(id))
  return {
    offered,
    selected,
    toggle: onToggleItem,
    toggleAll: () => onSelect(selected.length === offered.length ? [] : offered),
    clear: () => onUnselectItems(),
  }
}
