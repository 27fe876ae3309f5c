import DrawIcon from '@mui/icons-material/DrawOutlined'
import { lazy } from 'react'

export default {
  name: 'tray',
  icon: DrawIcon,
  list: lazy(() => import('./TrayPage.tsx')),
  page: undefined,
}
