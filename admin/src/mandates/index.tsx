import BadgeIcon from '@mui/icons-material/BadgeOutlined'
import { lazy } from 'react'

export default {
  name: 'mandates',
  icon: BadgeIcon,
  list: lazy(() => import('./Assignments.tsx')),
  page: undefined,
}
