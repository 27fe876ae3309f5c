import { Box, Chip, TextField, Typography } from '@mui/material'
import type { Rehearsals } from '../../../contracts/rehearsals.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'

type Props = {
  day: string
  holidays: Rehearsals['holidays']
  wrong: string | undefined
  disabled: boolean
  onChange: (day: string) => void
}

const dayMs = 86_400_000

/** When the application comes in; a day before a long holiday is one tap away. */
export function DayChoice({ day, holidays, wrong, disabled, onChange }: Props) {
  const words = useWords('rehearsals')
  const local = useLocalText()
  const { localDay, plainDate } = useFormats()
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <TextField
        type="date"
        label={words('day')}
        value={day}
        onChange={(event) => onChange(event.target.value)}
        disabled={disabled}
        error={wrong !== undefined}
        helperText={wrong ?? words('day_help')}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: localDay(Date.now() + dayMs) } }}
        fullWidth
        sx={{ maxWidth: { sm: 400 } }}
      />
      {holidays.length > 0 && (
        <>
          <Typography variant="caption" color="textSecondary" id="holidays-ahead">
            {words('holidays')}
          </Typography>
          <Box role="group" aria-labelledby="holidays-ahead" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {holidays.map((each) => (
              <Chip
                key={each.day}
                label={words('holiday', { name: local(each.name), day: plainDate(each.from) })}
                variant={day === each.day ? 'filled' : 'outlined'}
                color={day === each.day ? 'primary' : 'default'}
                aria-pressed={day === each.day}
                disabled={disabled}
                onClick={() => onChange(day === each.day ? '' : each.day)}
                sx={{ height: 'auto', minHeight: 32, '& .MuiChip-label': { whiteSpace: 'normal', py: 0.5 } }}
              />
            ))}
          </Box>
        </>
      )}
    </Box>
  )
}
