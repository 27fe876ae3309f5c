import { Alert, AlertTitle, Box, Button } from '@mui/material'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { type Part, partOf } from './parts.ts'
import { parsePlace } from './place.ts'
import { placeWords } from './telling.ts'
import { useTongue } from './use-tongue.ts'

/** Everything that stands in the way of publishing, each with its place and the way to it. */
export function ProblemList({ part, onOpen }: { part: Part; onOpen: (part: Part) => void }) {
  const words = useWords('draft')
  const tongue = useTongue()
  const { definition, problems } = useDraftContext()
  if (problems.length === 0) return null
  return (
    <Alert severity="error" sx={{ mb: 2, alignItems: 'flex-start' }}>
      <AlertTitle>{words('problems', { smart_count: problems.length })}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {problems.slice(0, 12).map(({ path, message, mend }) => {
          const to = partOf(path)
          return (
            <li key={`${path}${message}`}>
              <strong>{path ? placeWords(parsePlace(path), [definition], tongue) : words('whole')}</strong>{' '}
              {mend ? `${message}; ${mend}` : message}
              {to !== part && (
                <Button size="small" color="inherit" onClick={() => onOpen(to)} sx={{ ml: 0.5 }}>
                  {words('to_problem')}
                </Button>
              )}
            </li>
          )
        })}
      </Box>
    </Alert>
  )
}
