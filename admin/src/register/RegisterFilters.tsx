import { Box, TextField } from '@mui/material'
import type { RegisterFilter } from '../../../contracts/register.ts'
import { standings } from '../../../domain/register/state.ts'
import { useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'

const ends = ['7', '30', '90', '365'] as const

type Props = { chosen: RegisterFilter; onChoose: (chosen: RegisterFilter) => void }

export function RegisterFilters({ chosen, onChoose }: Props) {
  const words = useWords('register')
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(3, 220px)' } }}>
      <Choice
        label={words('standing_label')}
        any={words('any_standing')}
        value={chosen.standing}
        onChange={(value) => onChoose({ ...chosen, standing: standings.find((each) => each === value) })}
        choices={standings.map((value) => ({ value, label: words(`standing.${value}`) }))}
      />
      <Choice
        label={words('ends_label')}
        any={words('any_end')}
        value={ends.find((days) => Number(days) === chosen.endsWithin)}
        onChange={(days) => onChoose({ ...chosen, endsWithin: days ? Number(days) : undefined })}
        choices={ends.map((value) => ({ value, label: words('ends', { smart_count: Number(value) }) }))}
      />
      <TextField
        size="small"
        label={words('number_label')}
        defaultValue={chosen.q ?? ''}
        onBlur={(event) => onChoose({ ...chosen, q: event.target.value.trim() || undefined })}
        onKeyDown={(event) => event.key === 'Enter' && event.target instanceof HTMLElement && event.target.blur()}
        slotProps={{ htmlInput: { maxLength: 80, autoComplete: 'off' } }}
      />
    </Box>
  )
}
