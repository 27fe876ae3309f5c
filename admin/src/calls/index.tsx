import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import { lazy } from 'react'

export default {
  name: 'calls',
  icon: HourglassIcon,
  list: lazy(() => import('./CallList.tsx')),
  page: undefined,
}
