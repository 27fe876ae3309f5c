import TaskAltIcon from '@mui/icons-material/TaskAlt'
import { lazy } from 'react'

export default {
  name: 'tasks',
  icon: TaskAltIcon,
  list: lazy(() => import('./TaskList.tsx')),
  page: lazy(() => import('./TaskPage.tsx')),
}
