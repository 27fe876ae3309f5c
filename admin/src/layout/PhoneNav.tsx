import { Box } from '@mui/material'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { useMenu } from './use-menu.ts'

/** On a phone the menu lies under the thumb. */
export function PhoneNav() {
  const words = useWords('common')
  const entries = useMenu()
  return (
    <Box
      component="nav"
      aria-label={words('main_menu')}
      sx={{
        display: { xs: 'flex', md: 'none' },
        position: 'fixed',
        inset: 'auto 0 0 0',
        zIndex: 1100,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        pb: 'env(safe-area-inset-bottom)',
        overflowX: 'auto',
      }}
    >
      {entries.map(({ to, label, icon: Icon, active }) => (
        <Box
          key={to}
          component={LinkBase}
          to={to}
          aria-current={active ? 'page' : undefined}
          sx={{
            flex: '1 0 60px',
            minWidth: 0,
            minHeight: 58,
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'center',
            justifyContent: 'center',
            gap: '2px',
            fontSize: '0.75rem',
            fontWeight: active ? 700 : 500,
            textDecoration: 'none',
            color: active ? 'primary.main' : 'text.secondary',
            boxShadow: active ? 'inset 0 3px 0 currentColor' : undefined,
          }}
        >
          <Icon />
          <Box
            component="span"
            sx={{ maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {label}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
