import { Autocomplete, TextField } from '@mui/material'

export type Option = { id: string; label: string }

type Props<Each extends Option> = {
  label: string
  options: readonly Each[]
  value: Each | null
  onChange: (value: Each | null) => void
  error?: string | undefined
  loading?: boolean
}

/** One of many, found by typing. */
export function OfficerField<Each extends Option>({ label, options, value, onChange, error, loading }: Props<Each>) {
  return (
    <Autocomplete<Each>
      options={options}
      value={value}
      loading={loading ?? false}
      onChange={(_, chosen) => onChange(chosen)}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderOption={({ key: _key, ...props }, option) => (
        <li key={option.id} {...props}>
          {option.label}
        </li>
      )}
      renderInput={(params) => (
        <TextField {...params} label={label} required error={error !== undefined} helperText={error} />
      )}
    />
  )
}
