import { Alert, AlertTitle, Box, Typography } from '@mui/material'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'

/** What a reader must know first: how it ended, or what the applicant is mending. */
export function CaseAlerts({ caseFile: { outcome, correction } }: { caseFile: ApplicationDetail }) {
  const words = useWords('case')
  const terms = useWords('terms')
  const { dateTime } = useFormats()
  return (
    <>
      {outcome && (
        <Alert severity={outcome.kind === 'rejected' ? 'error' : 'success'} icon={false} sx={{ mb: 2 }}>
          <AlertTitle>{terms(`outcome.${outcome.kind}`)}</AlertTitle>
          {dateTime(outcome.at)}
          {outcome.basis && <div>{words('outcome_basis', { basis: outcome.basis })}</div>}
          {outcome.reason && <div>{words('outcome_reason', { reason: outcome.reason })}</div>}
        </Alert>
      )}
      {correction && (
        <Alert severity="warning" icon={false} sx={{ mb: 2 }}>
          <AlertTitle>{words('correction_title')}</AlertTitle>
          {words('correction_since', { at: dateTime(correction.since) })}
          {correction.note && <div>{correction.note}</div>}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {correction.deficiencies.map(({ target, name, message }) => (
              <Typography key={`${target}${name}`} component="li" variant="body2">
                {message}
              </Typography>
            ))}
          </Box>
        </Alert>
      )}
    </>
  )
}
