import AccountCircleIcon from '@mui/icons-material/AccountCircle'
import LogoutIcon from '@mui/icons-material/Logout'
import TranslateIcon from '@mui/icons-material/Translate'
import { Box, Button, Divider, ListItemIcon, Menu, MenuItem, Typography } from '@mui/material'
import { useState } from 'react'
import { useLocaleState, useLogout, usePermissions } from 'react-admin'
import type { Me } from '../../../contracts/me.ts'
import { useWords } from '../i18n/hooks.ts'

/** Who is at work, in which role and office, and the way out. */
export function PersonMenu() {
  const words = useWords('common')
  const roles = useWords('terms')
  const logout = useLogout()
  const { permissions: me } = usePermissions<Me>()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [locale, setLocale] = useLocaleState()
  const other = locale === 'en' ? 'id' : 'en'
  const switchLanguage = () => {
    setAnchor(null)
    setLocale(other)
  }
  if (!me) return null
  const held = me.memberships.filter((membership) => membership.role !== 'citizen')
  return (
    <>
      <Button
        color="inherit"
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${words('signed_in_as')} ${me.name}`}
        startIcon={<AccountCircleIcon />}
        sx={{ minWidth: 0, '& .MuiButton-startIcon': { mr: { xs: 0, md: 1 } } }}
      >
        <Typography
          noWrap
          component="span"
          sx={{ display: { xs: 'none', md: 'block' }, maxWidth: 220, fontWeight: 600 }}
        >
          {me.name}
        </Typography>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 1, maxWidth: 320 }}>
          <Typography sx={{ fontWeight: 650 }}>{me.name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {me.email}
          </Typography>
          {held.map((membership) => (
            <Typography
              key={`${membership.role}${membership.agency}${membership.village}`}
              variant="body2"
              sx={{ mt: 0.5 }}
            >
              {[roles(`role.${membership.role}`), membership.agencyName].filter(Boolean).join(' · ')}
            </Typography>
          ))}
        </Box>
        <Divider component="li" role="presentation" />
        <MenuItem onClick={switchLanguage} sx={{ display: { sm: 'none' } }} lang={other}>
          <ListItemIcon>
            <TranslateIcon fontSize="small" />
          </ListItemIcon>
          {other === 'en' ? 'English' : 'Bahasa Indonesia'}
        </MenuItem>
        <MenuItem onClick={() => logout()}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {words('sign_out')}
        </MenuItem>
      </Menu>
    </>
  )
}
