import { Box, Link, Typography } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { LeafLine } from '../layout/Header.tsx'
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx'
import { useDocumentTitle } from '../layout/PageHead.tsx'
import { Told } from '../layout/Told.tsx'
import { useRegency } from '../regency/RegencyContext.tsx'
import { DemoPeople } from './DemoPeople.tsx'
import { SignInForm } from './SignInForm.tsx'
import { Welcome } from './Welcome.tsx'

/** The regency's face at the side, the way in beside it. */
export function SignInPage() {
  const words = useWords('sign_in')
  const common = useWords('common')
  const { demo } = useRegency()
  useDocumentTitle(words('title'))
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(320px, 5fr) 7fr' } }}>
      <Welcome />
      <Box
        component="main"
        sx={{ display: 'flex', flexDirection: 'column', px: { xs: 2.5, sm: 5 }, py: { xs: 2, md: 3 } }}
      >
        <Box sx={{ display: { xs: 'none', md: 'flex' }, justifyContent: 'flex-end' }}>
          <LanguageSwitch onDark={false} />
        </Box>
        <Box sx={{ width: '100%', maxWidth: 620, m: 'auto', py: { xs: 1, md: 3 } }}>
          <Typography variant="h1">{words('title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 0.5, mb: 2.5 }}>
            {words('intro')}
          </Typography>
          <SignInForm />
          {demo && <DemoPeople />}
          <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
            {words('portal_hint')} <Link href="/">{common('to_portal')}</Link>
          </Typography>
        </Box>
      </Box>
      <Box sx={{ display: { xs: 'block', md: 'none' } }}>
        <LeafLine />
      </Box>
      <Told />
    </Box>
  )
}
