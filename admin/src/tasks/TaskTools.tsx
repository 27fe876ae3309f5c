import { Button } from '@mui/material'
import { useState } from 'react'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { ClaimButton } from './ClaimButton.tsx'
import { ReleaseButton } from './ReleaseButton.tsx'

/** Taking a task, letting it go, giving it to a colleague: each only where the API offers it. */
export function TaskTools({ task }: { task: TaskRow }) {
  const words = useWords('tasks')
  const [assigning, setAssigning] = useState(false)
  return (
    <>
      {task.actions.includes('claim') && <ClaimButton task={task} />}
      {task.actions.includes('release') && <ReleaseButton task={task} />}
      {task.actions.includes('assign') && (
        <Button size="small" onClick={() => setAssigning(true)}>
          {words('assign')}
        </Button>
      )}
      {assigning && <AssignDialog task={task} onClose={() => setAssigning(false)} />}
    </>
  )
}
