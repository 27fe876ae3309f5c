import MailOutlineIcon from '@mui/icons-material/MailOutlined'
import { lazy } from 'react'

export default {
  name: 'messages',
  icon: MailOutlineIcon,
  list: lazy(() => import('./MessageList.tsx')),
  page: undefined,
}
