import { Box, Button } from '@mui/material'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { asList, EntryCard, listStyle, rowStyle } from './EntryCard.tsx'
import { NumberInput, PairInput, PickInput, TextInput } from './inputs.tsx'
import { type Place, valueAt } from './place.ts'
import { useOptions } from './use-options.ts'

const list: Place = ['fees']

/** What is paid, by what right, and when. */
export function FeesPart() {
  const words = useWords('draft')
  const places = useWords('places')
  const { definition, change, disabled } = useDraftContext()
  const { sources, conditions } = useOptions()
  const fees = asList(valueAt(definition, list))
  const add = () => {
    const code = `biaya-${fees.length + 1}`
    change(list, [...fees, { code, name: { id: '', en: '' }, amount: 0, source: sources[0]?.value ?? '' }])
  }
  return (
    <Section title={places('key.fees')}>
      <Box component="ol" sx={{ ...listStyle, pt: 1 }}>
        {fees.map((_fee, position) => {
          const place: Place = [...list, { entry: `#${position}` }]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fee's code is itself being typed
            <EntryCard key={position} list={list} position={position}>
              <PairInput place={[...place, 'name']} label={places('key.name')} />
              <Box sx={rowStyle}>
                <NumberInput place={[...place, 'amount']} label="Rupiah" />
                <PickInput place={[...place, 'source']} label={places('key.source')} options={sources} />
                <PickInput
                  place={[...place, 'when']}
                  label={words('only_when')}
                  options={conditions}
                  none={words('always')}
                />
                <TextInput place={[...place, 'code']} label={words('code')} help={words('code_help')} mono />
              </Box>
            </EntryCard>
          )
        })}
      </Box>
      <Button sx={{ mt: 1.5 }} onClick={add} disabled={disabled}>
        {words('fee.add')}
      </Button>
    </Section>
  )
}
