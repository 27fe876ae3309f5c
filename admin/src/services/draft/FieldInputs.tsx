import { Box, Button, Typography } from '@mui/material'
import type { FieldType } from '../../../../catalogue/schema/fields.ts'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { asList, EntryCard, listStyle, rowStyle } from './EntryCard.tsx'
import { NumberInput, PairInput, PickInput, SwitchInput, TextInput } from './inputs.tsx'
import { Picked } from './Picked.tsx'
import { isObject, type Place, valueAt } from './place.ts'
import { useOptions } from './use-options.ts'

/** Kinds that need nothing beyond what a form can offer. */
const kinds = [
  'text',
  'longtext',
  'nik',
  'phone',
  'email',
  'date',
  'number',
  'money',
  'choice',
  'multi-choice',
  'yes-no',
] as const satisfies readonly FieldType[]

/** Bounds that a kind of field knows. */
const bounds: Partial<Record<string, readonly string[]>> = {
  text: ['minLength', 'maxLength'],
  longtext: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'decimals'],
  money: ['minimum', 'maximum'],
  'multi-choice': ['min', 'max'],
  group: ['min', 'max'],
}

/** One question of the form. */
export function FieldInputs({ place }: { place: Place }) {
  const words = useWords('draft')
  const places = useWords('places')
  const services = useWords('services')
  const { definition, change } = useDraftContext()
  const { conditions } = useOptions()
  const field = valueAt(definition, place)
  if (!isObject(field)) return null
  const type = String(field.type)
  const options = kinds.map((value) => ({ value, label: services(`kind.${value}`) }))
  const shown = options.some(({ value }) => value === type)
    ? options
    : [{ value: type, label: services(`kind.${type}`) }]
  return (
    <>
      <PairInput place={[...place, 'label']} label={places('key.label')} />
      <PairInput place={[...place, 'hint']} label={places('key.hint')} long optional />
      <SwitchInput place={[...place, 'optional']} label={places('key.optional')} />
      {type === 'yes-no' && <SwitchInput place={[...place, 'mustBe']} label={places('key.mustBe')} />}
      <Box sx={rowStyle}>
        <Picked
          label={words('form.kind')}
          value={type}
          options={shown}
          onChange={(chosen) => change(place, ofKind(field, chosen))}
        />
        {!isObject(field.when) && (
          <PickInput
            place={[...place, 'when']}
            label={words('only_when')}
            options={conditions}
            none={words('always')}
          />
        )}
        {bounds[type]?.map((bound) => (
          <NumberInput key={bound} place={[...place, bound]} label={places(`key.${bound}`)} />
        ))}
        <TextInput place={[...place, 'name']} label={words('field_name')} help={words('field_name_help')} mono />
      </Box>
      {'choices' in field && <Choices list={[...place, 'choices']} />}
      {(type === 'group' || type === 'region' || type === 'file') && (
        <Typography variant="caption" color="textSecondary">
          {words('form.rest')}
        </Typography>
      )}
    </>
  )
}

/** The field as another kind: what only the kind before knew goes. */
function ofKind({ name, label, hint, optional, when }: Record<string, unknown>, type: string): object {
  const asked = Object.fromEntries(
    Object.entries({ name, label, hint, optional, when }).filter(([, value]) => value !== undefined),
  )
  const choice = (at: number) => ({ value: `pilihan-${at}`, label: { id: '', en: '' } })
  return { type, ...asked, ...(type.endsWith('choice') ? { choices: [choice(1), choice(2)] } : {}) }
}

function Choices({ list }: { list: Place }) {
  const words = useWords('draft')
  const places = useWords('places')
  const { definition, change, disabled } = useDraftContext()
  const choices = asList(valueAt(definition, list))
  const add = () => change(list, [...choices, { value: `pilihan-${choices.length + 1}`, label: { id: '', en: '' } }])
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {words('form.choices')}
      </Typography>
      <Box component="ol" sx={listStyle}>
        {choices.map((_choice, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice's code is itself being typed
          <EntryCard key={position} list={list} position={position} level="h4">
            <PairInput place={[...list, { entry: `#${position}` }, 'label']} label={places('key.label')} />
            <TextInput place={[...list, { entry: `#${position}` }, 'value']} label={words('code')} mono />
          </EntryCard>
        ))}
      </Box>
      <Button sx={{ justifySelf: 'start' }} onClick={add} disabled={disabled}>
        {words('form.add_choice')}
      </Button>
    </Box>
  )
}
