import { Typography } from '@mui/material'
import { usePermissions } from 'react-admin'
import type { Me } from '../../../contracts/me.ts'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'

/** In whose hands a task is. */
export function TaskOfficer({ task: { assignee } }: { task: Pick<TaskRow, 'assignee'> }) {
  const words = useWords('tasks')
  const { permissions: me } = usePermissions<Me>()
  if (!assignee) {
    return (
      <Typography
        component="span"
        variant="body2"
        color="textSecondary"
        sx={{ fontStyle: 'italic', whiteSpace: 'nowrap' }}
      >
        {words('nobody')}
      </Typography>
    )
  }
  return (
    <Typography component="span" variant="body2" sx={{ fontWeight: assignee.id === me?.id ? 650 : 400 }}>
      {assignee.id === me?.id ? words('me') : assignee.name}
    </Typography>
  )
}
