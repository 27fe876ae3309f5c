import VisibilityIcon from '@mui/icons-material/Visibility'
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff'
import { Alert, Box, Button, IconButton, InputAdornment, TextField } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { useSignIn } from './use-sign-in.ts'

export function SignInForm() {
  const words = useWords('sign_in')
  const { signIn, busy, error } = useSignIn()
  const [missing, setMissing] = useState(false)
  const [seen, setSeen] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const email = String(fields.get('email') ?? '').trim()
    const password = String(fields.get('password') ?? '')
    setMissing(!email || !password)
    if (email && password) void signIn({ email, password })
  }
  const told = missing ? words('missing') : error
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2, maxWidth: 420 }}>
      {told && <Alert severity="error">{told}</Alert>}
      <TextField label={words('email')} name="email" type="email" autoComplete="username" required />
      <TextField
        label={words('password')}
        name="password"
        type={seen ? 'text' : 'password'}
        autoComplete="current-password"
        required
        slotProps={{
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton onClick={() => setSeen(!seen)} aria-label={words(seen ? 'hide' : 'show')} edge="end">
                  {seen ? <VisibilityOffIcon fontSize="small" /> : <VisibilityIcon fontSize="small" />}
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {words('submit')}
      </Button>
    </Box>
  )
}
