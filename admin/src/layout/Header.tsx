import { AppBar, Box, Chip, Toolbar, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { LiveDot } from '../live/LiveDot.tsx'
import { Crest } from '../regency/Crest.tsx'
import { useRegency } from '../regency/RegencyContext.tsx'
import { leaf } from '../theme/palette.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** The regency's band: crest, name, and who is at work. */
export function Header() {
  const { name, demo } = useRegency()
  const words = useWords('common')
  return (
    <AppBar position="sticky" color="secondary" elevation={0} component="header">
      <Toolbar sx={{ gap: { xs: 1, sm: 1.5 }, minHeight: { xs: 56, sm: 56 }, px: { xs: 1.5, md: 2 } }} disableGutters>
        <Box
          component={LinkBase}
          to="/"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.25,
            color: 'inherit',
            textDecoration: 'none',
            minWidth: 0,
          }}
        >
          <Crest size={38} />
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap sx={{ fontWeight: 700, lineHeight: 1.2, fontSize: '0.9375rem' }}>
              {name}
            </Typography>
            <Typography noWrap sx={{ fontSize: '0.8125rem', lineHeight: 1.25, color: '#e9e6da' }}>
              {words('desk')}
            </Typography>
          </Box>
        </Box>
        {demo && (
          <Chip
            size="small"
            label="DEMO"
            title={words('demo_note')}
            sx={{ bgcolor: leaf.gold, color: '#201803', letterSpacing: '0.06em', display: { xs: 'none', sm: 'flex' } }}
          />
        )}
        <Box sx={{ flex: 1 }} />
        <LiveDot />
        <Box sx={{ display: { xs: 'none', sm: 'block' } }}>
          <LanguageSwitch />
        </Box>
        <PersonMenu />
      </Toolbar>
      <LeafLine />
    </AppBar>
  )
}

/** The ribs of a palm leaf. */
export const LeafLine = () => (
  <Box
    aria-hidden
    sx={{
      height: 4,
      background: `repeating-linear-gradient(100deg, ${leaf.gold} 0 14px, #d7b36a 14px 16px, #96702a 16px 18px)`,
    }}
  />
)
