import { Button } from '@mui/material'
import { useDataProvider } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useTaskAct } from './use-task-act.ts'

/** Lets a task go, for a colleague at the same desk. */
export function ReleaseButton({ task: { id, number } }: { task: Pick<TaskRow, 'id' | 'number'> }) {
  const words = useWords('tasks')
  const provider = useDataProvider<OfficeProvider>()
  const { act, busy } = useTaskAct()
  const release = () => act(`release:${id}`, (key) => provider.release(id, key), ['lontar.tasks.released', { number }])
  return (
    <Button size="small" loading={busy} onClick={release}>
      {words('release')}
    </Button>
  )
}
