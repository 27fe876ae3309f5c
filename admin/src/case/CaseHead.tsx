import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { Clock } from '../../../contracts/clock.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { PageHead } from '../layout/PageHead.tsx'
import { StatusChip } from './StatusChip.tsx'
import { waitingWords } from './waiting.ts'

type Props = { caseFile: ApplicationDetail; clock: Clock | undefined; before?: ReactNode; actions?: ReactNode }

/** Number, service, where it stands, on whom it waits, and the time that is left. */
export function CaseHead({ caseFile, clock, before, actions }: Props) {
  const words = useWords('case')
  const lists = useWords('applications')
  const terms = useWords('terms')
  const local = useLocalText()
  const { weekdayTime, dateTime } = useFormats()
  return (
    <Box sx={{ mb: 2 }}>
      <PageHead
        title={caseFile.number}
        before={before}
        intro={
          <>
            {local(caseFile.serviceName)} · {words('version', { version: caseFile.serviceVersion })}
          </>
        }
        actions={actions}
      />
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 1.5, md: 3 },
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1.1fr) minmax(0, 1.2fr) minmax(220px, 1fr)' },
          alignItems: 'center',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          px: 2,
          py: 1.5,
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 650 }}>{caseFile.applicantName}</Typography>
          <Typography variant="body2" color="text.secondary">
            {words('received')} {dateTime(caseFile.receivedAt)} · {terms(`channel.${caseFile.channel}`)}
          </Typography>
        </Box>
        <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minWidth: 0 }}>
          <StatusChip status={caseFile.status} />
          <Typography variant="body2" sx={{ minWidth: 0 }}>
            {waitingWords(caseFile.waitingOn, { t: lists, local, at: weekdayTime })}
          </Typography>
        </Box>
        {clock && <ClockBar clock={clock} />}
      </Box>
    </Box>
  )
}
