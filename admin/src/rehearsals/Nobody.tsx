import { Alert, AlertTitle } from '@mui/material'
import type { Rehearsals } from '../../../contracts/rehearsals.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'

/** Says so where this installation has nobody who plays; nothing where it has. */
export function Nobody({ rehearser: { here, seenAt } }: Pick<Rehearsals, 'rehearser'>) {
  const words = useWords('rehearsals')
  const { dateTime } = useFormats()
  if (here) return null
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{words('nobody_title')}</AlertTitle>
      {seenAt ? words('nobody_since', { at: dateTime(seenAt) }) : words('nobody')} {words('nobody_then')}
    </Alert>
  )
}
