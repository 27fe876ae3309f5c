import { Box, TextField, Typography } from '@mui/material'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useValue } from './DraftContext.tsx'
import { PairInput } from './inputs.tsx'
import { writtenComponents } from './written-components.ts'

const grid = { display: 'grid', gap: 2, pt: 1 } as const

/** What citizens read of the service before they apply. */
export function TextsPart() {
  const words = useWords('draft')
  const places = useWords('places')
  return (
    <>
      <Section title={words('text.identity')}>
        <Box sx={grid}>
          <PairInput place={['name']} label={places('key.name')} />
          <PairInput place={['summary']} label={places('key.summary')} long />
          <PairInput place={['category']} label={places('key.category')} />
          <PairInput place={['product']} label={places('key.product')} />
          <KeywordsInput />
        </Box>
      </Section>
      <Section title={words('text.standard')}>
        <Typography variant="body2" color="textSecondary">
          {words('text.standard_help')}
        </Typography>
        <Box sx={grid}>
          {writtenComponents.map((component) => (
            <PairInput
              key={component}
              place={['standard', component]}
              label={places(`key.${component}`)}
              long
              optional
            />
          ))}
        </Box>
      </Section>
    </>
  )
}

function KeywordsInput() {
  const words = useWords('draft')
  const places = useWords('places')
  const { value, set, disabled, told } = useValue(['keywords'])
  const shown = Array.isArray(value) ? value.join(', ') : ''
  return (
    <TextField
      key={shown}
      label={places('key.keywords')}
      defaultValue={shown}
      onBlur={(event) => set(event.target.value.split(',').flatMap((word) => word.trim() || []))}
      disabled={disabled}
      error={told !== null}
      helperText={told ?? words('text.keywords_help')}
    />
  )
}
