import FolderCopyIcon from '@mui/icons-material/FolderCopyOutlined'
import { lazy } from 'react'

export default {
  name: 'applications',
  icon: FolderCopyIcon,
  list: lazy(() => import('./ApplicationList.tsx')),
  page: lazy(() => import('./ApplicationPage.tsx')),
}
