import { Box } from '@mui/material'
import { type ReactNode, Suspense } from 'react'
import { useCanAccess, useLocation, usePermissions } from 'react-admin'
import type { Me } from '../../../contracts/me.ts'
import { useWords } from '../i18n/hooks.ts'
import { LiveUpdates } from '../live/LiveUpdates.tsx'
import { hasOffice } from '../providers/access.ts'
import { ActingFor } from './ActingFor.tsx'
import { Boundary } from './Boundary.tsx'
import { Header } from './Header.tsx'
import { LoadingPage } from './LoadingPage.tsx'
import { NoDesk } from './NoDesk.tsx'
import { PhoneNav } from './PhoneNav.tsx'
import { SideNav } from './SideNav.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Band above, menu at the side (below, on a phone), the page between. */
export function Layout({ children }: { children: ReactNode }) {
  const words = useWords('common')
  const { pathname } = useLocation()
  const { permissions } = usePermissions<Me>()
  const { canAccess } = useCanAccess({ resource: 'tasks', action: 'list' })
  if (permissions && !hasOffice({ me: permissions })) return <NoDesk name={permissions.name} />
  return (
    <LiveUpdates enabled={canAccess === true}>
      <SkipLink>{words('skip_to_content')}</SkipLink>
      <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
        <Header />
        <Box sx={{ flex: 1, display: 'flex', alignItems: 'stretch', minWidth: 0 }}>
          <SideNav />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <ActingFor />
            <Box
              component="main"
              id="main-content"
              tabIndex={-1}
              sx={{
                outline: 'none',
                px: { xs: 2, md: 3 },
                pt: { xs: 2, md: 2.5 },
                pb: { xs: 11, md: 4 },
              }}
            >
              <Boundary place={pathname}>
                <Suspense fallback={<LoadingPage />}>{children}</Suspense>
              </Boundary>
            </Box>
          </Box>
        </Box>
        <PhoneNav />
      </Box>
    </LiveUpdates>
  )
}
