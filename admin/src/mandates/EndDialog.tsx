import { TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { MandateRow } from '../../../contracts/mandates.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { FormDialog } from './FormDialog.tsx'
import { useSaid } from './use-said.ts'

type Props = { row: MandateRow; onClose: () => void; onDone: () => void }

/** Ends a mandate at once, for a reason that is kept. */
export function EndDialog({ row, onClose, onDone }: Props) {
  const words = useWords('mandates')
  const provider = useDataProvider<OfficeProvider>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { say, told, busy } = useSaid('lontar.mandates.done_ended', () => {
    onClose()
    onDone()
  })
  const submit = () => {
    setTried(true)
    if (reason.trim().length < 3) return
    void say(`end-mandate ${row.id} ${reason}`, (key) => provider.endMandate(row.id, reason, key))
  }
  const missing = tried && reason.trim().length < 3
  return (
    <FormDialog
      title={words('end_of', { name: row.holder.name })}
      submit={words('end')}
      {...{ told, busy, onClose, onSubmit: submit }}
    >
      <Typography variant="body2" color="textSecondary">
        {words('end_explain')}
      </Typography>
      <TextField
        label={words('end_reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        error={missing}
        helperText={missing ? words('required') : undefined}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  )
}
