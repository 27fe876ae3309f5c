import { Box, Button, Typography } from '@mui/material'
import { roles } from '../../../../domain/service.ts'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { asList, EntryCard, listStyle, rowStyle } from './EntryCard.tsx'
import { NumberInput, type Option, PickInput } from './inputs.tsx'
import { Picked } from './Picked.tsx'
import { isObject, type Place, valueAt } from './place.ts'
import { useOptions } from './use-options.ts'

/** What a clock does on the way, by how much of its time is used; of a rung with several actions the rest stays for the JSON. */
export function RungList({ clock, ofTerm = false }: { clock: Place; ofTerm?: boolean }) {
  const words = useWords('draft')
  const { definition, change, disabled } = useDraftContext()
  const list: Place = [...clock, 'rungs']
  const rungs = asList(valueAt(definition, list))
  const last = rungs.at(-1)
  const next = isObject(last) && typeof last.percent === 'number' ? last.percent + 10 : 50
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {words('term.rungs')}
      </Typography>
      <Box component="ol" sx={listStyle}>
        {rungs.map((rung, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rung's own percentage is what is being typed
          <EntryCard key={position} list={list} position={position}>
            <Rung place={[...list, { entry: `#${position}` }]} rung={rung} ofTerm={ofTerm} />
          </EntryCard>
        ))}
      </Box>
      <Button
        sx={{ justifySelf: 'start' }}
        disabled={disabled}
        onClick={() => change(list, [...rungs, { percent: next, actions: [{ kind: 'remind' }] }])}
      >
        {words('term.add_rung')}
      </Button>
    </Box>
  )
}

function Rung({ place, rung, ofTerm }: { place: Place; rung: unknown; ofTerm: boolean }) {
  const words = useWords('draft')
  const places = useWords('places')
  const terms = useWords('terms')
  const { definition } = useDraftContext()
  const { sources } = useOptions()
  const actions = asList(isObject(rung) ? rung.actions : null)
  const kinds = [...(['remind', 'warn', 'escalate'] as const), ...(ofTerm ? (['deem'] as const) : [])]
  const options = kinds.map((value) => ({ value, label: places(`action.${value}`) }))
  const people: Option[] = roles.map((value) => ({ value, label: terms(`role.${value}`) }))
  return (
    <>
      <NumberInput place={[...place, 'percent']} label={words('term.percent')} />
      {actions.map((_action, at) => {
        const action: Place = [...place, 'actions', { entry: `#${at}` }]
        const kind = valueAt(definition, [...action, 'kind'])
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions have no name of their own
          <Box key={at} sx={rowStyle}>
            <ActionKind place={action} options={options} label={words('term.action')} />
            {(kind === 'warn' || kind === 'escalate') && (
              <PickInput place={[...action, 'role']} label={places('key.role')} options={people} />
            )}
            {kind === 'deem' && (
              <PickInput place={[...action, 'basis']} label={places('key.basis')} options={sources} />
            )}
          </Box>
        )
      })}
    </>
  )
}

/** Another action asks for other things: what the one before asked for goes. */
function ActionKind({ place, options, label }: { place: Place; options: Option[]; label: string }) {
  const draft = useDraftContext()
  const kind = valueAt(draft.definition, [...place, 'kind'])
  const choose = (value: string) =>
    draft.change(
      place,
      value === 'warn' || value === 'escalate' ? { kind: value, role: 'supervisor' } : { kind: value },
    )
  return <Picked label={label} value={typeof kind === 'string' ? kind : ''} options={options} onChange={choose} />
}
