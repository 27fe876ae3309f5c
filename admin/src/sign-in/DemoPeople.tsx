import { Box, ButtonBase, Skeleton, Typography } from '@mui/material'
import type { DemoPerson } from '../../../contracts/me.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { useDemoPeople } from './use-demo-people.ts'
import { useSignIn } from './use-sign-in.ts'

/** The demonstration's named officers: one click and one is them. Citizens of the demonstration sign in at the portal. */
export function DemoPeople() {
  const words = useWords('sign_in')
  const officers = useDemoPeople()?.filter((person) => person.home === 'admin')
  if (officers?.length === 0) return null
  return (
    <Box
      component="section"
      aria-labelledby="demo-people"
      sx={{ mt: 4, pt: 2.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="h2" id="demo-people">
        {words('demo_title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {words('demo_intro')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {!officers && [1, 2, 3, 4].map((place) => <Skeleton key={place} variant="rounded" height={58} />)}
        {officers?.map((person) => (
          <Person key={person.email} person={person} />
        ))}
      </Box>
    </Box>
  )
}

function Person({ person }: { person: DemoPerson }) {
  const local = useLocalText()
  const { signIn, busy } = useSignIn()
  return (
    <ButtonBase
      disabled={busy}
      onClick={() => signIn({ email: person.email, password: person.password })}
      sx={{
        display: 'block',
        textAlign: 'left',
        px: 1.5,
        py: 1,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        opacity: busy ? 0.5 : 1,
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {person.name}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {local(person.title)}
      </Typography>
    </ButtonBase>
  )
}
