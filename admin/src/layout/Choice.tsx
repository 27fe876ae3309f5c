import { MenuItem, TextField } from '@mui/material'

type Props = {
  label: string
  /** What stands there when nothing is chosen. */
  any: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  choices: { value: string; label: string }[]
  disabled?: boolean
}

/** One filter: any, or one of a few. */
export function Choice({ label, any, value, onChange, choices, disabled }: Props) {
  const known = choices.some((choice) => choice.value === value)
  return (
    <TextField
      select
      label={label}
      value={known ? value : ''}
      onChange={(event) => onChange(event.target.value || undefined)}
      disabled={disabled}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{any}</MenuItem>
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  )
}
