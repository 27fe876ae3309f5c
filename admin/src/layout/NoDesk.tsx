import { Box, Button } from '@mui/material'
import { useLogout } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { Header } from './Header.tsx'
import { Notice } from './Notice.tsx'

/** A citizen's account has no work here: the way to the portal. */
export function NoDesk({ name }: { name: string }) {
  const words = useWords('common')
  const logout = useLogout()
  return (
    <>
      <Header />
      <Box component="main">
        <Notice
          title={words('no_desk_title')}
          text={`${name}. ${words('no_desk_text')}`}
          action={{ label: words('to_portal'), onClick: () => location.assign('/') }}
        />
        <Box sx={{ textAlign: 'center' }}>
          <Button onClick={() => logout()}>{words('sign_out')}</Button>
        </Box>
      </Box>
    </>
  )
}
