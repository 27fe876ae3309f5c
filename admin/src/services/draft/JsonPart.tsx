import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { jsonText, lineOf, parsed } from './json-lines.ts'
import { parsePlace } from './place.ts'
import { placeWords } from './telling.ts'
import { useTongue } from './use-tongue.ts'

/** The whole definition as text, for what has no form; what is wrong is named with its line. */
export function JsonPart() {
  const words = useWords('draft')
  const tongue = useTongue()
  const { definition, problems, change, disabled } = useDraftContext()
  const written = jsonText(definition)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? written
  const reading = parsed(text)
  const broken = 'message' in reading ? words('json.broken', { message: reading.message }) : null
  const use = () => {
    if ('message' in reading) return
    change([], reading.definition)
    setTyped(null)
  }
  return (
    <Section title={words('json.label')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {words('json.help')}
      </Typography>
      {problems.length > 0 && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {problems.map(({ path, message, mend }) => (
              <li key={`${path}${message}`}>
                {words('json.line', { line: lineOf(definition, path) })},{' '}
                {path ? placeWords(parsePlace(path), [definition], tongue) : words('whole')}:{' '}
                {mend ? `${message}; ${mend}` : message}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      <TextField
        label={words('json.label')}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        disabled={disabled}
        multiline
        minRows={12}
        maxRows={28}
        error={broken !== null}
        helperText={broken}
        slotProps={{
          htmlInput: {
            spellCheck: false,
            style: { fontFamily: 'ui-monospace, monospace', fontSize: '0.8125rem', lineHeight: 1.5 },
          },
        }}
      />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', mt: 1 }}>
        <Button onClick={() => setTyped(null)} disabled={disabled || typed === null}>
          {words('json.undo')}
        </Button>
        <Button
          variant="outlined"
          onClick={use}
          disabled={disabled || typed === null || typed === written || broken !== null}
        >
          {words('json.use')}
        </Button>
      </Box>
    </Section>
  )
}
