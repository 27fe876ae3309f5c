import { Alert } from '@mui/material'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'

/** Why this task came here by itself. */
export function HandedOver({ task: { handOver, status } }: { task: TaskDetail }) {
  const words = useWords('mandates')
  if (!handOver || status !== 'open') return null
  const { reason, offered, from } = handOver
  const key = reason !== 'absence' ? reason : from === null ? 'absence_desk' : offered ? 'absence' : 'taken'
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {words(`handed.${key}`, { name: from?.name ?? '' })}
    </Alert>
  )
}
