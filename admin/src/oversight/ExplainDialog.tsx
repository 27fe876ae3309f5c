import { TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import type { OvertakingRow } from '../../../contracts/oversight-history.ts'
import { useWords } from '../i18n/hooks.ts'
import { FormDialog } from '../mandates/FormDialog.tsx'
import { useSaid } from '../mandates/use-said.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'

type Props = { row: OvertakingRow; onClose: () => void; onDone: () => void }

const shortest = 3
const longest = 500

/** Says why a decision went before older ones; it stays as it was said. */
export function ExplainDialog({ row: { application, task, number, reasons }, onClose, onDone }: Props) {
  const words = useWords('oversight')
  const provider = useDataProvider<OfficeProvider>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { say, told, busy } = useSaid('lontar.oversight.explained', () => {
    onClose()
    onDone()
  })
  const isShort = reason.trim().length < shortest
  const submit = () => {
    setTried(true)
    if (isShort) return
    void say(`explain ${task} ${reason}`, (key) => provider.explainOvertaking(application, task, reason.trim(), key))
  }
  return (
    <FormDialog
      title={words('explain_title', { number })}
      submit={words(reasons.length > 0 ? 'explain_more' : 'explain')}
      {...{ told, busy, onClose, onSubmit: submit }}
    >
      <Typography variant="body2" color="textSecondary">
        {words('explain_hint')}
      </Typography>
      <TextField
        label={words('explain_field')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={3}
        error={tried && isShort}
        helperText={tried && isShort ? words('explain_short') : undefined}
        slotProps={{ htmlInput: { maxLength: longest } }}
      />
    </FormDialog>
  )
}
