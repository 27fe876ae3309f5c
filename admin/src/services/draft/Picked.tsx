import { MenuItem, TextField } from '@mui/material'
import { useDraftContext } from './DraftContext.tsx'
import type { Option } from './inputs.tsx'

type Props = { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void }

/** One of a few where choosing does more than put a value at a place. */
export function Picked({ label, value, options, onChange }: Props) {
  const { disabled } = useDraftContext()
  const all = options.some((option) => option.value === value) ? options : [...options, { value, label: value }]
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      disabled={disabled}
      slotProps={{ inputLabel: { shrink: true } }}
    >
      {all.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  )
}
