import VerifiedIcon from '@mui/icons-material/VerifiedOutlined'
import { lazy } from 'react'

export default {
  name: 'register',
  icon: VerifiedIcon,
  list: lazy(() => import('./RegisterList.tsx')),
  page: lazy(() => import('./RegisterPage.tsx')),
}
