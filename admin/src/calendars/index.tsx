import CalendarMonthIcon from '@mui/icons-material/CalendarMonthOutlined'
import { lazy } from 'react'

export default {
  name: 'calendars',
  icon: CalendarMonthIcon,
  list: lazy(() => import('./CalendarList.tsx')),
  page: lazy(() => import('./CalendarPage.tsx')),
}
