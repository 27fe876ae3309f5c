import { Alert, Box, Button, Card, Chip, Typography } from '@mui/material'
import { useDataProvider } from 'react-admin'
import type { AbsenceRow } from '../../../contracts/absences.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { lastDay } from './office-days.ts'
import { useSaid } from './use-said.ts'

type Props = { row: AbsenceRow; onChanged: () => void }

/** One absence: who, why, until when; and that they are back. */
export function AbsenceCard({ row, onChanged }: Props) {
  const words = useWords('mandates')
  const { shortDate } = useFormats()
  const provider = useDataProvider<OfficeProvider>()
  const { say, told, busy } = useSaid('lontar.mandates.done_back', onChanged)
  const { person, offices, reason, state } = row
  return (
    <Card component="li" sx={{ px: 2, py: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650 }}>{person.name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {offices.join(', ')}
        </Typography>
      </Box>
      <Box sx={{ flex: '1 1 240px' }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {words('days', { from: shortDate(row.from), until: shortDate(lastDay(row.until)) })}
        </Typography>
        <Typography variant="body2">{words(`reasons.${reason}`)}</Typography>
      </Box>
      <Chip size="small" variant="outlined" label={words(`away.${state}`)} />
      {row.actions.includes('end') && (
        <Button
          variant="outlined"
          loading={busy}
          onClick={() => void say(`back ${row.id}`, (key) => provider.endAbsence(row.id, key))}
          aria-label={words('back_of', { name: person.name })}
        >
          {words('back')}
        </Button>
      )}
      {told && (
        <Alert severity="error" sx={{ flex: '1 1 100%' }}>
          {told}
        </Alert>
      )}
    </Card>
  )
}
