import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { Clock } from '../../../contracts/clock.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { useDocumentTitle } from '../layout/PageHead.tsx'
import { StatusChip } from './StatusChip.tsx'
import { waitingWords } from './waiting.ts'

type Props = { caseFile: ApplicationDetail; clock: Clock | undefined; before?: ReactNode; actions?: ReactNode }

/** Number, service, where it stands, on whom it waits, and the time that is left. */
export function CaseHead({ caseFile, clock, before, actions }: Props) {
  const words = useWords('case')
  const local = useLocalText()
  useDocumentTitle(caseFile.number)
  return (
    <Box sx={{ mb: 2 }}>
      {before}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mb: 1.25 }}>
        <Typography variant="h1" sx={{ whiteSpace: 'nowrap' }}>
          {caseFile.number}
        </Typography>
        <Typography color="textSecondary" sx={{ flex: '1 1 220px', minWidth: 0, pt: 0.25 }}>
          {local(caseFile.serviceName)} · {words('version', { version: caseFile.serviceVersion })}
        </Typography>
        {actions}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 1.5, md: 3 },
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 0.9fr) minmax(0, 1.5fr) 296px' },
          alignItems: 'center',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          px: 2,
          py: 1.25,
        }}
      >
        <Who caseFile={caseFile} />
        <Where caseFile={caseFile} />
        {clock && <ClockBar clock={clock} />}
      </Box>
    </Box>
  )
}

function Who({ caseFile: { applicantName, receivedAt, channel } }: Pick<Props, 'caseFile'>) {
  const words = useWords('case')
  const terms = useWords('terms')
  const { short } = useFormats()
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ fontWeight: 650 }}>{applicantName}</Typography>
      <Typography variant="body2" color="textSecondary">
        {words('received')} {short(receivedAt)} · {terms(`channel.${channel}`)}
      </Typography>
    </Box>
  )
}

function Where({ caseFile: { status, waitingOn } }: Pick<Props, 'caseFile'>) {
  const lists = useWords('applications')
  const local = useLocalText()
  const { weekdayTime } = useFormats()
  return (
    <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minWidth: 0 }}>
      <StatusChip status={status} />
      <Typography variant="body2" sx={{ minWidth: 0 }}>
        {waitingWords(waitingOn, { t: lists, local, at: weekdayTime })}
      </Typography>
    </Box>
  )
}
