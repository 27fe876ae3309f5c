import { MenuItem, TextField } from '@mui/material'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { TurnChoices } from '../../../contracts/turns.ts'
import { useWords } from '../i18n/hooks.ts'
import type { TurnAction } from '../providers/officer-calls.ts'
import { amendableFields, type TurnDraft } from './turn-body.ts'

type Props = {
  action: TurnAction
  draft: TurnDraft
  onChange: (draft: TurnDraft) => void
  choices: TurnChoices | undefined
  caseFile: Pick<ApplicationDetail, 'form'>
}

/** What a turn asks for besides its reason. */
export function TurnFields({ action, draft, onChange, choices, caseFile }: Props) {
  const words = useWords('turns')
  const terms = useWords('terms')
  const set = (name: keyof TurnDraft) => (value: string) => onChange({ ...draft, [name]: value })
  switch (action) {
    case 'add-step':
      return (
        <>
          <Choice label={words('after')} value={draft.step} onChange={set('step')} options={stepsOf(choices?.after)} />
          <Choice
            label={words('desk')}
            value={draft.desk}
            onChange={set('desk')}
            options={(choices?.desks ?? []).flatMap(({ agency, name, roles }) =>
              roles.map((role) => ({ value: `${agency}/${role}`, title: `${name} · ${terms(`role.${role}`)}` })),
            )}
          />
          <Text label={words('step_title')} value={draft.title} onChange={set('title')} maxLength={120} />
          <Text label={words('days')} value={draft.days} onChange={set('days')} type="number" />
        </>
      )
    case 'merge':
      return <Text label={words('into')} value={draft.into} onChange={set('into')} maxLength={60} />
    case 'reopen':
      return <Choice label={words('from')} value={draft.step} onChange={set('step')} options={stepsOf(choices?.from)} />
    case 'amend': {
      const fields = amendableFields(caseFile)
      const field = fields.find(({ name }) => name === draft.field)
      return (
        <>
          <Choice
            label={words('field')}
            value={draft.field}
            onChange={(name) => onChange({ ...draft, field: name, value: '' })}
            options={fields.map(({ name, title }) => ({ value: name, title }))}
          />
          {field?.options ? (
            <Choice label={words('value')} value={draft.value} onChange={set('value')} options={field.options} />
          ) : (
            <Text
              label={words('value')}
              value={draft.value}
              onChange={set('value')}
              type={field?.isDate ? 'date' : field?.isNumber ? 'number' : 'text'}
              maxLength={500}
            />
          )}
        </>
      )
    }
  }
}

const stepsOf = (steps: TurnChoices['after'] | undefined) =>
  (steps ?? []).map(({ code, name }) => ({ value: code, title: name }))

type Option = { value: string; title: string }
type One = { label: string; value: string; onChange: (value: string) => void }

function Choice({ label, value, onChange, options }: One & { options: Option[] }) {
  const words = useWords('turns')
  return (
    <TextField
      select
      required
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={options.length === 0 ? words('nothing_fits') : undefined}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.title}
        </MenuItem>
      ))}
    </TextField>
  )
}

function Text({ label, value, onChange, type = 'text', maxLength }: One & { type?: string; maxLength?: number }) {
  return (
    <TextField
      required
      label={label}
      type={type}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength }, inputLabel: type === 'date' ? { shrink: true } : undefined }}
    />
  )
}
