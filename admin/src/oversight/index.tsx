import InsightsIcon from '@mui/icons-material/QueryStats'
import { lazy } from 'react'

export default {
  name: 'oversight',
  icon: InsightsIcon,
  list: lazy(() => import('./Oversight.tsx')),
  page: lazy(() => import('./Behind.tsx')),
}
