import {
  Box,
  Button,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
} from '@mui/material'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext, useValue } from './DraftContext.tsx'
import { asList, EntryCard, listStyle, rowStyle } from './EntryCard.tsx'
import { NumberInput, PairInput, PickInput, SwitchInput, TextInput } from './inputs.tsx'
import { type Place, valueAt } from './place.ts'
import { useOptions } from './use-options.ts'

const list: Place = ['requiredDocuments']
const fileTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
const megabyte = 1024 * 1024

/** What the applicant has to bring. */
export function DocumentsPart() {
  const words = useWords('draft')
  const places = useWords('places')
  const { definition, change, disabled } = useDraftContext()
  const { sources, conditions } = useOptions()
  const documents = asList(valueAt(definition, list))
  const add = () => {
    const code = `dokumen-${documents.length + 1}`
    const shape = { types: [...fileTypes], maxBytes: 5 * megabyte, source: sources[0]?.value ?? '' }
    change(list, [...documents, { code, name: { id: '', en: '' }, ...shape }])
  }
  return (
    <Section title={places('key.requiredDocuments')}>
      <Box component="ol" sx={{ ...listStyle, pt: 1 }}>
        {documents.map((_document, position) => {
          const place: Place = [...list, { entry: `#${position}` }]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document's code is itself being typed
            <EntryCard key={position} list={list} position={position}>
              <PairInput place={[...place, 'name']} label={places('key.name')} />
              <PairInput place={[...place, 'hint']} label={places('key.hint')} long optional />
              <SwitchInput place={[...place, 'optional']} label={places('key.optional')} />
              <FileTypes place={[...place, 'types']} />
              <Box sx={rowStyle}>
                <NumberInput place={[...place, 'maxBytes']} label={words('document.megabytes')} scale={megabyte} />
                <PickInput
                  place={[...place, 'when']}
                  label={words('only_when')}
                  options={conditions}
                  none={words('always')}
                />
                <PickInput place={[...place, 'source']} label={places('key.source')} options={sources} />
                <TextInput place={[...place, 'code']} label={words('code')} help={words('code_help')} mono />
              </Box>
            </EntryCard>
          )
        })}
      </Box>
      <Button sx={{ mt: 1.5 }} onClick={add} disabled={disabled}>
        {words('document.add')}
      </Button>
    </Section>
  )
}

function FileTypes({ place }: { place: Place }) {
  const words = useWords('draft')
  const places = useWords('places')
  const { value, set, disabled, told } = useValue(place)
  const chosen = asList(value)
  return (
    <FormControl component="fieldset" disabled={disabled} error={told !== null}>
      <FormLabel component="legend">{words('document.types')}</FormLabel>
      <FormGroup row>
        {fileTypes.map((type) => (
          <FormControlLabel
            key={type}
            label={places(`value.${type}`)}
            control={
              <Checkbox
                checked={chosen.includes(type)}
                onChange={(_event, on) => set(fileTypes.filter((each) => (each === type ? on : chosen.includes(each))))}
              />
            }
          />
        ))}
      </FormGroup>
      {told && <FormHelperText>{told}</FormHelperText>}
    </FormControl>
  )
}
