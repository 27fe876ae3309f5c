import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { CallRow } from '../../../contracts/calls.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { RowCard } from '../layout/RowCard.tsx'
import { RetryButton } from './RetryButton.tsx'

/** One wait: for whom, since when, how often it was tried and with what result. */
export function CallCard({ row }: { row: CallRow }) {
  const words = useWords('calls')
  const local = useLocalText()
  const { dateTime } = useFormats()
  return (
    <RowCard columns="minmax(0, 1fr) minmax(0, 1.2fr) auto" align="center">
      <Box sx={{ minWidth: 0 }}>
        <Link
          component={LinkBase}
          to={`/applications/${encodeURIComponent(row.application)}`}
          sx={{ display: 'inline-block', py: 0.5, fontWeight: 650 }}
        >
          {row.number}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {local(row.serviceName)} · {local(row.stepName)}
        </Typography>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650 }}>
          {words('since', { system: row.system.toUpperCase(), at: dateTime(row.since) })}
        </Typography>
        <Typography variant="body2">{words('time_of', { agency: row.agency })}</Typography>
        <Tries row={row} />
      </Box>
      <RetryButton row={row} />
    </RowCard>
  )
}

function Tries({ row: { id, attempts, lastTriedAt, lastError, reference } }: { row: CallRow }) {
  const words = useWords('calls')
  const { short } = useFormats()
  const error = lastError && words(`error.${lastError.replaceAll('-', '_')}`)
  return (
    <>
      <Typography variant="body2" color={lastError ? 'error' : 'textSecondary'}>
        {lastTriedAt
          ? words('tried', { smart_count: attempts, at: short(lastTriedAt), result: error ?? words('at_work') })
          : words('not_tried')}
      </Typography>
      {reference && reference !== id && (
        <Typography variant="body2" color="textSecondary">
          {words('reference', { reference })}
        </Typography>
      )}
    </>
  )
}
