import { Autocomplete, TextField } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { useServiceNames } from './use-service-names.ts'

type Props = { value: readonly string[]; onChange: (codes: string[]) => void }

/** Some services by name; none of them means all. */
export function ServicesField({ value, onChange }: Props) {
  const words = useWords('mandates')
  const { options } = useServiceNames()
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={options.filter(({ id }) => value.includes(id))}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      renderInput={(params) => (
        <TextField {...params} label={words('only_services')} helperText={words('only_services_help')} />
      )}
    />
  )
}
