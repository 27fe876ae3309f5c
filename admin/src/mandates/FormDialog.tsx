import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../i18n/hooks.ts'

type Props = {
  title: string
  submit: string
  told: string | null
  busy: boolean
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

/** A small form over the page; it stays until the API has answered. */
export function FormDialog({ title, submit, told, busy, onClose, onSubmit, children }: Props) {
  const common = useWords('common')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="form-title">
      <form onSubmit={send} noValidate>
        <DialogTitle id="form-title">{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {told && <Alert severity="error">{told}</Alert>}
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
