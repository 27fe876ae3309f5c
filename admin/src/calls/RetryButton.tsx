import { Button } from '@mui/material'
import { useCanAccess, useDataProvider } from 'react-admin'
import type { CallRow } from '../../../contracts/calls.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useTaskAct } from '../tasks/use-task-act.ts'

/** Has the other system asked again now, for those who may. */
export function RetryButton({ row: { id, application, number, attempts } }: { row: CallRow }) {
  const words = useWords('calls')
  const provider = useDataProvider<OfficeProvider>()
  const { act, busy } = useTaskAct()
  const { canAccess } = useCanAccess({ resource: 'calls', action: 'retry' })
  if (!canAccess) return null
  // After another try it is another intention.
  const retry = () =>
    act(`retry:${id}:${attempts}`, (key) => provider.retryCall(application, id, key), [
      'lontar.calls.asked',
      { number },
    ])
  return (
    <Button variant="outlined" loading={busy} onClick={retry} aria-label={words('retry_of', { number })}>
      {words('retry')}
    </Button>
  )
}
