import { Box, Typography } from '@mui/material'
import { useFormats, useLocalText } from '../i18n/hooks.ts'
import { LeafLine } from '../layout/Header.tsx'
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx'
import { Crest } from '../regency/Crest.tsx'
import { useRegency } from '../regency/RegencyContext.tsx'
import { LeafRibs } from './LeafRibs.tsx'

/** Crest, name and promise of the regency. */
export function Welcome() {
  const { name, portalName, tagline, contact } = useRegency()
  const local = useLocalText()
  const { date } = useFormats()
  return (
    <Box
      component="header"
      sx={{
        position: { xs: 'relative', md: 'sticky' },
        top: 0,
        height: { md: '100vh' },
        overflow: 'hidden',
        bgcolor: 'secondary.main',
        color: '#f6f4ee',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        gap: 3,
        p: { xs: 2.5, md: 5 },
      }}
    >
      <LeafRibs />
      <Box sx={{ display: { xs: 'flex', md: 'none' }, justifyContent: 'flex-end', position: 'relative', mb: -7 }}>
        <LanguageSwitch />
      </Box>
      <Box sx={{ position: 'relative' }}>
        <Box sx={{ display: { xs: 'none', md: 'block' } }}>
          <Crest size={112} />
        </Box>
        <Box sx={{ display: { xs: 'block', md: 'none' } }}>
          <Crest size={64} />
        </Box>
        <Typography sx={{ mt: 2, fontSize: { xs: '1.25rem', md: '1.75rem' }, fontWeight: 700, lineHeight: 1.2 }}>
          {name}
        </Typography>
        <Typography sx={{ mt: 0.5, color: '#e6dfca', fontSize: { md: '1.0625rem' } }}>{portalName}</Typography>
        <Typography sx={{ mt: 2, maxWidth: 400, color: '#e6dfca', display: { xs: 'none', md: 'block' } }}>
          {local(tagline)}
        </Typography>
      </Box>
      <Box sx={{ position: 'relative', color: '#e6dfca', fontSize: '0.875rem', display: { xs: 'none', md: 'block' } }}>
        <div>{contact.address}</div>
        <div>{local(contact.hours)}</div>
        <Box sx={{ mt: 1 }}>{date(new Date())}</Box>
      </Box>
      <Box sx={{ position: 'absolute', inset: 'auto 0 0 0' }}>
        <LeafLine />
      </Box>
    </Box>
  )
}
