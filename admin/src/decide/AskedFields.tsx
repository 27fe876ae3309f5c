import {
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  MenuItem,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material'
import { useMemo } from 'react'
import { type Asked, answerOf, askedOf } from './asked.ts'

type Props = {
  schema: Record<string, unknown>
  uiSchema: Record<string, unknown>
  answers: Record<string, unknown>
  onChange: (answers: Record<string, unknown>) => void
  /** What is wrong with an answer, by its field. */
  told: (name: string) => string | undefined
  disabled: boolean
}

/** What the step asks besides the decision: a consultation's questions, an inspection's checklist. */
export function AskedFields({ schema, uiSchema, answers, onChange, told, disabled }: Props) {
  const fields = useMemo(() => askedOf(schema, uiSchema), [schema, uiSchema])
  const set = (field: Asked, typed: string) => onChange({ ...answers, [field.name]: answerOf(field, typed) })
  return fields.map((field) => {
    const value = answers[field.name]
    const props = {
      field,
      value: value === undefined ? '' : String(value),
      onTyped: (typed: string) => set(field, typed),
      told: told(field.name),
      disabled,
    }
    return field.kind === 'yes-no' ? <Choices key={field.name} {...props} /> : <Typed key={field.name} {...props} />
  })
}

type One = {
  field: Asked
  value: string
  onTyped: (typed: string) => void
  told: string | undefined
  disabled: boolean
}

function Choices({ field, value, onTyped, told, disabled }: One) {
  return (
    <FormControl required={field.required} error={Boolean(told)} disabled={disabled}>
      <FormLabel id={`asked-${field.name}`}>{field.title}</FormLabel>
      <RadioGroup row aria-labelledby={`asked-${field.name}`} value={value} onChange={(_, typed) => onTyped(typed)}>
        {field.options.map((option) => (
          <FormControlLabel key={option.value} value={option.value} label={option.title} control={<Radio />} />
        ))}
      </RadioGroup>
      {(told ?? field.hint) && <FormHelperText>{told ?? field.hint}</FormHelperText>}
    </FormControl>
  )
}

function Typed({ field, value, onTyped, told, disabled }: One) {
  const { kind, title, hint, required, options } = field
  const type = kind === 'number' || kind === 'date' ? kind : 'text'
  return (
    <TextField
      select={kind === 'choice'}
      multiline={kind === 'longtext'}
      minRows={kind === 'longtext' ? 2 : undefined}
      type={kind === 'choice' || kind === 'longtext' ? undefined : type}
      label={title}
      value={value}
      onChange={(event) => onTyped(event.target.value)}
      required={required}
      disabled={disabled}
      error={Boolean(told)}
      helperText={told ?? hint}
      slotProps={{
        inputLabel: kind === 'date' ? { shrink: true } : undefined,
        htmlInput: kind === 'number' ? { inputMode: 'decimal', step: 'any' } : undefined,
      }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.title}
        </MenuItem>
      ))}
    </TextField>
  )
}
