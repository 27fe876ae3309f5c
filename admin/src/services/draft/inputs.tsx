import { Box, FormControlLabel, FormHelperText, MenuItem, Switch, TextField } from '@mui/material'
import { useWords } from '../../i18n/hooks.ts'
import { useValue } from './DraftContext.tsx'
import type { Place } from './place.ts'

type Input = { label: string; place: Place; help?: string }
export type Option = { value: string; label: string }

const helper = (told: string | null, help?: string) => ({ error: told !== null, helperText: told ?? help })

/** A text in both languages, side by side where there is room; without a word in either it is taken away where it may be. */
export function PairInput({
  label,
  place,
  help,
  long = false,
  optional = false,
}: Input & { long?: boolean; optional?: boolean }) {
  const words = useWords('draft')
  const whole = useValue(place)
  const pair = { id: useValue([...place, 'id']), en: useValue([...place, 'en']) }
  const set = (language: 'id' | 'en', text: string) => {
    const other = pair[language === 'id' ? 'en' : 'id'].value
    whole.set(
      optional && text === '' && !other ? undefined : { id: '', en: '', ...(whole.value as object), [language]: text },
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}>
      {(['id', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={words(`both.${language}`, { label })}
          value={text(pair[language].value)}
          onChange={(event) => set(language, event.target.value)}
          disabled={whole.disabled}
          multiline={long}
          minRows={long ? 2 : undefined}
          slotProps={{ htmlInput: { maxLength: long ? 4000 : 200, lang: language } }}
          {...helper(pair[language].told ?? (language === 'id' ? whole.told : null), help)}
        />
      ))}
    </Box>
  )
}

export function TextInput({ label, place, help, mono = false }: Input & { mono?: boolean }) {
  const { value, set, disabled, told } = useValue(place)
  return (
    <TextField
      label={label}
      value={text(value)}
      onChange={(event) => set(event.target.value)}
      disabled={disabled}
      slotProps={{ htmlInput: { maxLength: 200, ...(mono && { style: { fontFamily: 'monospace' } }) } }}
      {...helper(told, help)}
    />
  )
}

/** A whole number; empty takes it away. `scale` is what one of the shown unit holds: a million bytes for megabytes. */
export function NumberInput({ label, place, help, scale = 1 }: Input & { scale?: number }) {
  const { value, set, disabled, told } = useValue(place)
  const change = (typed: string) => {
    const amount = Number(typed.replace(',', '.'))
    set(typed === '' || !Number.isFinite(amount) ? undefined : Math.round(amount * scale))
  }
  return (
    <TextField
      label={label}
      type="number"
      value={typeof value === 'number' ? String(Math.round((value / scale) * 10) / 10) : ''}
      onChange={(event) => change(event.target.value)}
      disabled={disabled}
      slotProps={{ htmlInput: { min: 0, step: scale === 1 ? 1 : 0.1, inputMode: 'decimal' } }}
      {...helper(told, help)}
    />
  )
}

/** One of a few; what stands there and is not among them is shown as it is. `none` offers to take it away. */
export function PickInput({
  label,
  place,
  options,
  none,
  help,
}: Input & { options: readonly Option[]; none?: string }) {
  const { value, set, disabled, told } = useValue(place)
  const current = text(value)
  const known = current === '' || options.some((option) => option.value === current)
  const all = known ? options : [...options, { value: current, label: current }]
  return (
    <TextField
      select
      label={label}
      value={current}
      onChange={(event) => set(event.target.value || undefined)}
      disabled={disabled}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      {...helper(told, help)}
    >
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {all.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** On is `true`; off takes it away. */
export function SwitchInput({ label, place }: Input) {
  const { value, set, disabled, told } = useValue(place)
  return (
    <Box>
      <FormControlLabel
        label={label}
        control={
          <Switch checked={value === true} disabled={disabled} onChange={(_event, on) => set(on ? true : undefined)} />
        }
      />
      {told && <FormHelperText error>{told}</FormHelperText>}
    </Box>
  )
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
