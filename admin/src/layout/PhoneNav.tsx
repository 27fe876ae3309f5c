import MoreIcon from '@mui/icons-material/MoreHoriz'
import { Box, ButtonBase } from '@mui/material'
import { useState } from 'react'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { MenuSheet } from './MenuSheet.tsx'
import { isLongMenu, underThumb } from './menu-order.ts'
import { useMenu } from './use-menu.ts'

const sheet = 'menu-sheet'

/** On a phone the menu lies under the thumb: what is reached for most, and a sheet with the rest. */
export function PhoneNav() {
  const words = useWords('common')
  const entries = useMenu()
  const [isOpen, setOpen] = useState(false)
  const { first, rest } = underThumb(entries)
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
      }}
    >
      {first.map(({ to, label, icon: Icon, active }) => (
        <Box key={to} component={LinkBase} to={to} aria-current={active ? 'page' : undefined} sx={place(active)}>
          <Icon />
          <span>{label}</span>
        </Box>
      ))}
      {rest.length > 0 && (
        <ButtonBase
          onClick={() => setOpen(true)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          aria-controls={isOpen ? sheet : undefined}
          sx={{ ...place(rest.some(({ active }) => active)), fontFamily: 'inherit' }}
        >
          <MoreIcon />
          <span>{words('more')}</span>
        </ButtonBase>
      )}
      <MenuSheet id={sheet} entries={rest} isLong={isLongMenu(entries)} open={isOpen} onClose={() => setOpen(false)} />
    </Box>
  )
}

/** As wide as its name asks for, and its share of what is over. */
const place = (active: boolean) => ({
  flex: '1 1 auto',
  minHeight: 58,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: '2px',
  fontSize: '0.75rem',
  lineHeight: 1.3,
  textAlign: 'center',
  px: '4px',
  fontWeight: active ? 700 : 500,
  textDecoration: 'none',
  color: active ? 'primary.main' : 'text.secondary',
  boxShadow: active ? 'inset 0 3px 0 currentColor' : 'none',
})
