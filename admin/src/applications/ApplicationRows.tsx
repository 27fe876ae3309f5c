import { Box, Card, CardActionArea, type Theme, Typography, useMediaQuery } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { ApplicationRow } from '../../../contracts/applications.ts'
import { StatusChip } from '../case/StatusChip.tsx'
import { waitingWords } from '../case/waiting.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { ApplicationTable } from './ApplicationTable.tsx'

/** Rows on a desk, cards in the hand. */
export function ApplicationRows({ rows }: { rows: ApplicationRow[] }) {
  const words = useWords('applications')
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  if (isWide) return <ApplicationTable rows={rows} />
  return (
    <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <ApplicationCard key={row.id} row={row} />
      ))}
    </Box>
  )
}

function ApplicationCard({ row }: { row: ApplicationRow }) {
  const words = useWords('applications')
  const local = useLocalText()
  const { short } = useFormats()
  return (
    <Card component="li">
      <CardActionArea component={LinkBase} to={`/applications/${encodeURIComponent(row.id)}`} sx={{ px: 2, py: 1.5 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'start' }}>
          <Typography sx={{ fontWeight: 650 }}>{row.applicantName}</Typography>
          <StatusChip status={row.status} />
        </Box>
        <Typography variant="body2" color="textSecondary">
          {row.number} · {local(row.serviceName)}
        </Typography>
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {waitingWords(row.waitingOn, { t: words, local, at: short })}
        </Typography>
      </CardActionArea>
    </Card>
  )
}
