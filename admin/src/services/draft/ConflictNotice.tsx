import { Alert, AlertTitle, Box, Button, Typography } from '@mui/material'
import { useFormats, useWords } from '../../i18n/hooks.ts'
import { ChangeList } from './ChangeList.tsx'
import { rebase } from './rebase.ts'
import { placeWords } from './telling.ts'
import type { Work } from './use-draft.ts'
import { useTongue } from './use-tongue.ts'

type Props = { work: Work; onSettle: (how: 'merge' | 'take') => void }

/** Somebody else was there first: who, with what, and the two ways on. Nothing is lost until one is chosen. */
export function ConflictNotice({ work: { read, mine, conflict }, onSettle }: Props) {
  const words = useWords('draft')
  const tongue = useTongue()
  const { dateTime } = useFormats()
  if (!conflict) return null
  const { theirs, clashes } = rebase(read.definition, mine, conflict.definition)
  const { by, at, revision } = conflict
  const who = by && at ? words('conflict.saved', { name: by.name, revision, at: dateTime(at) }) : words('conflict.gone')
  return (
    <Alert severity="warning" role="alert" sx={{ mb: 2, alignItems: 'flex-start' }}>
      <AlertTitle>{words('conflict.title')}</AlertTitle>
      <Typography variant="body2">
        {who} {words('conflict.kept')}
      </Typography>
      {theirs.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {words('conflict.theirs')}
          </Typography>
          <ChangeList changes={theirs} before={read.definition} after={conflict.definition} />
        </Box>
      )}
      {clashes.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {words('conflict.both')}{' '}
          {clashes.map((place) => placeWords(place, [mine, read.definition], tongue)).join('; ')}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
        <Button variant="contained" onClick={() => onSettle('merge')}>
          {words('conflict.merge')}
        </Button>
        <Button color="inherit" onClick={() => onSettle('take')}>
          {words('conflict.take')}
        </Button>
      </Box>
    </Alert>
  )
}
