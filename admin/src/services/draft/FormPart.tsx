import { Box, Button } from '@mui/material'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { asList, EntryCard, listStyle } from './EntryCard.tsx'
import { FieldInputs } from './FieldInputs.tsx'
import { PairInput } from './inputs.tsx'
import { isObject, type Place, valueAt } from './place.ts'
import { entryWords } from './telling.ts'
import { useTongue } from './use-tongue.ts'

/** What the applicant is asked, page by page. */
export function FormPart() {
  const { definition } = useDraftContext()
  return asList(valueAt(definition, ['form'])).map((page, position) => (
    <Page key={isObject(page) ? String(page.code) : position} place={['form', { entry: `#${position}` }]} page={page} />
  ))
}

function Page({ place, page }: { place: Place; page: unknown }) {
  const words = useWords('draft')
  const places = useWords('places')
  const tongue = useTongue()
  const { change, disabled } = useDraftContext()
  const list: Place = [...place, 'fields']
  const fields = asList(isObject(page) ? page.fields : null)
  const title = entryWords(page, '', tongue)
  const add = () => {
    const name = `isianBaru${fields.length + 1}`
    change(list, [...fields, { type: 'text', name, label: { id: '', en: '' }, maxLength: 100 }])
  }
  return (
    <Section title={title}>
      <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
        <PairInput place={[...place, 'title']} label={places('key.title')} />
        <Box component="ol" sx={listStyle}>
          {fields.map((_field, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field's name is itself being typed
            <EntryCard key={position} list={list} position={position}>
              <FieldInputs place={[...list, { entry: `#${position}` }]} />
            </EntryCard>
          ))}
        </Box>
        <Button sx={{ justifySelf: 'start' }} onClick={add} disabled={disabled}>
          {words('form.add', { page: title })}
        </Button>
      </Box>
    </Section>
  )
}
