import { Alert } from '@mui/material'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'

/** Why there is nothing to decide here now. */
export function Standing({ task: { status, actions, assignee } }: { task: TaskDetail }) {
  const words = useWords('decide')
  return (
    <Alert severity="info" icon={false}>
      {told()}
    </Alert>
  )

  function told(): string {
    if (status === 'decided') return words('decided_already')
    if (status === 'closed') return words('closed_already')
    if (status === 'returned') return words('returned_now')
    if (actions.includes('claim')) return words('claim_first')
    return assignee ? words('not_mine', { name: assignee.name }) : words('read_only')
  }
}
