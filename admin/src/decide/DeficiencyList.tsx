import CloseIcon from '@mui/icons-material/Close'
import { Alert, Autocomplete, Box, IconButton, TextField, Typography } from '@mui/material'
import { useFlags } from '../case/FlagContext.tsx'
import { type Target, targetKey } from '../case/targets.ts'
import { useWords } from '../i18n/hooks.ts'

type Props = { targets: Target[]; told: (field: string) => string | undefined; disabled: boolean }

/** Everything that is missing, in one return: each thing with what to mend. */
export function DeficiencyList({ targets, told, disabled }: Props) {
  const words = useWords('decide')
  const flagging = useFlags()
  if (!flagging) return null
  const { flags, toggle, say, isFlagged } = flagging
  const other: Target = { target: 'other', name: 'other', label: words('other_name') }
  const choices = [...targets, other].filter((target) => !isFlagged(target))
  const none = told('flags') ?? told('deficiencies')
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      <Typography variant="body2" color="textSecondary">
        {words('return_intro')}
      </Typography>
      {none && <Alert severity="error">{none}</Alert>}
      {flags.map((flag, place) => {
        const key = targetKey(flag)
        const error = told(key) ?? told(`deficiencies.${place}.message`)
        return (
          <Box key={key} sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
            <TextField
              label={flag.label}
              value={flag.message}
              onChange={(event) => say(key, event.target.value)}
              multiline
              maxRows={5}
              required
              disabled={disabled}
              error={Boolean(error)}
              helperText={error ?? (flag.message ? undefined : words('deficiency_help'))}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            <IconButton
              aria-label={words('remove', { name: flag.label })}
              onClick={() => toggle(flag)}
              disabled={disabled}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </Box>
        )
      })}
      <Autocomplete<Target>
        key={flags.length}
        options={choices}
        value={null}
        onChange={(_, target) => target && toggle(target)}
        getOptionKey={targetKey}
        getOptionLabel={({ label }) => label}
        blurOnSelect
        disabled={disabled}
        renderInput={(params) => <TextField {...params} label={words('add_target')} />}
      />
    </Box>
  )
}
