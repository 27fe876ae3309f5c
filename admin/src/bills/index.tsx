import ReceiptLongIcon from '@mui/icons-material/ReceiptLongOutlined'
import { lazy } from 'react'

export default {
  name: 'bills',
  icon: ReceiptLongIcon,
  list: lazy(() => import('./BillList.tsx')),
  page: lazy(() => import('./BillPage.tsx')),
}
