import { Button } from '@mui/material'
import { useDataProvider } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useTaskAct } from './use-task-act.ts'

/** Takes a task in one click. */
export function ClaimButton({ task: { id, number } }: { task: Pick<TaskRow, 'id' | 'number'> }) {
  const words = useWords('tasks')
  const provider = useDataProvider<OfficeProvider>()
  const { act, busy } = useTaskAct()
  const claim = () => act(`claim:${id}`, (key) => provider.claim(id, key), ['lontar.tasks.claimed', { number }])
  return (
    <Button size="small" variant="outlined" loading={busy} onClick={claim} aria-label={words('claim_of', { number })}>
      {words('claim')}
    </Button>
  )
}
