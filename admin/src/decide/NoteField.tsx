import { TextField } from '@mui/material'
import type { Decision } from '../../../domain/service.ts'
import { useWords } from '../i18n/hooks.ts'

type Props = { decision: Decision; value: string; onChange: (note: string) => void; told?: string; disabled: boolean }

/** A rejection's reason stands in its letter; elsewhere a note may be left out. */
export function NoteField({ decision, value, onChange, told, disabled }: Props) {
  const words = useWords('decide')
  const isReason = decision === 'reject' || decision === 'object'
  const label = isReason ? 'reason' : decision === 'return' ? 'return_note' : 'note'
  return (
    <TextField
      label={words(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      multiline
      minRows={isReason ? 3 : 1}
      maxRows={8}
      required={isReason}
      disabled={disabled}
      error={Boolean(told)}
      helperText={told ?? (isReason ? words('reason_help') : undefined)}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
    />
  )
}
