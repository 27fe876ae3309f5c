import MenuBookIcon from '@mui/icons-material/MenuBookOutlined'
import { lazy } from 'react'

export default {
  name: 'services',
  icon: MenuBookIcon,
  list: lazy(() => import('./ServiceList.tsx')),
  page: lazy(() => import('./ServicePage.tsx')),
  /** Pages below one service, by what follows its code in the address. */
  below: {
    draft: lazy(() => import('./draft/DraftPage.tsx')),
    'versions/:version': lazy(() => import('./VersionPage.tsx')),
    rehearsals: lazy(() => import('../rehearsals/RehearsalsPage.tsx')),
    'rehearsals/:rehearsal': lazy(() => import('../rehearsals/RehearsalPage.tsx')),
  },
}
