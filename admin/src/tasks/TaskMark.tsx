import { Checkbox } from '@mui/material'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import { useSelected } from './use-selected.ts'

/** Marks a task to be decided with others; nothing where it is not one's own to decide. */
export function TaskMark({ row }: { row: TaskRow }) {
  const words = useWords('tasks')
  const { offered, selected, toggle } = useSelected([row])
  if (offered.length === 0) return null
  return (
    <Checkbox
      size="small"
      checked={selected.length > 0}
      onChange={() => toggle(row.id)}
      slotProps={{ input: { 'aria-label': words('bulk.mark', { number: row.number }) } }}
    />
  )
}
