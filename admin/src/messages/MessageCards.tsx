import { Box, Card, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { MessageRow } from '../../../contracts/messages.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { SentChip } from './SentChip.tsx'

export function MessageCards({ rows }: { rows: MessageRow[] }) {
  const words = useWords('messages')
  const terms = useWords('terms')
  const { short } = useFormats()
  return (
    <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <Card component="li" key={row.id} sx={{ px: 2, py: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Typography sx={{ fontWeight: 650 }}>{terms(`trigger.${row.trigger}`)}</Typography>
            <SentChip status={row.status} />
          </Box>
          <Typography variant="body2">{row.subject}</Typography>
          <Typography variant="body2" color="textSecondary">
            {terms(`way.${row.way}`)} · {row.to} · {short(row.queuedAt)}
          </Typography>
          <Link
            component={LinkBase}
            to={`/applications/${encodeURIComponent(row.application)}`}
            variant="body2"
            sx={{ display: 'inline-block', py: 0.5 }}
          >
            {row.number}
          </Link>
          {row.attempts > 1 && (
            <Typography variant="body2" color="textSecondary">
              {words('attempts', { smart_count: row.attempts })}
            </Typography>
          )}
          {row.lastError && (
            <Typography variant="body2" color="error">
              {words('last_error')}: {row.lastError}
            </Typography>
          )}
        </Card>
      ))}
    </Box>
  )
}
