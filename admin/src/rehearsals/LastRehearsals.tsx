import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { RehearsalRow } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { Notice } from '../layout/Notice.tsx'
import { StateChip } from './StateChip.tsx'
import { useTelling } from './use-telling.ts'

/** What was played before, newest first. */
export function LastRehearsals({ service, rows }: { service: string; rows: readonly RehearsalRow[] }) {
  const words = useWords('rehearsals')
  return (
    <Section title={words('last')}>
      {rows.length === 0 && <Notice level="h2" title={words('none_title')} text={words('none')} />}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <Row key={row.id} service={service} row={row} />
        ))}
      </Box>
    </Section>
  )
}

function Row({ service, row }: { service: string; row: RehearsalRow }) {
  const words = useWords('rehearsals')
  const { dateTime } = useFormats()
  const { what, how } = useTelling()(row)
  const at = dateTime(row.at)
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Link
          component={LinkBase}
          to={`/services/${service}/rehearsals/${row.id}`}
          variant="body2"
          aria-label={words('look', { what, at })}
          sx={{ fontWeight: 650, py: 0.5 }}
        >
          {what}
        </Link>
        <StateChip row={row} />
      </Box>
      <Typography variant="body2">{how}</Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {words('by', { name: row.by.name, at })}
      </Typography>
    </Box>
  )
}
