import MenuBookIcon from '@mui/icons-material/MenuBook'
import { lazy } from 'react'

export default {
  name: 'services',
  icon: MenuBookIcon,
  list: lazy(() => import('./ServiceList.tsx')),
  page: lazy(() => import('./ServicePage.tsx')),
}
