import { type Theme, useMediaQuery } from '@mui/material'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { TaskCards } from './TaskCards.tsx'
import { TaskTable } from './TaskTable.tsx'

/** Rows on a desk, cards in the hand. */
export function TaskRows({ rows }: { rows: TaskRow[] }) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  return isWide ? <TaskTable rows={rows} /> : <TaskCards rows={rows} />
}
