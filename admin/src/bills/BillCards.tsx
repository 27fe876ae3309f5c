import { Box, Card, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { BillRow } from '../../../contracts/bills.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BillChips } from './BillChips.tsx'

export function BillCards({ rows }: { rows: BillRow[] }) {
  const words = useWords('bills')
  const local = useLocalText()
  const { rupiah, short } = useFormats()
  return (
    <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <Card component="li" key={row.id} sx={{ px: 2, py: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Typography sx={{ fontWeight: 650 }}>{rupiah(row.amount)}</Typography>
            <span>
              <BillChips bill={row} />
            </span>
          </Box>
          <Typography variant="body2">{local(row.serviceName)}</Typography>
          <Typography variant="body2" color="textSecondary">
            {words('opened_at', { at: short(row.openedAt) })}
          </Typography>
          <Link
            component={LinkBase}
            to={`/bills/${encodeURIComponent(row.id)}`}
            variant="body2"
            sx={{ display: 'inline-block', py: 0.5 }}
          >
            {row.number}
          </Link>
        </Card>
      ))}
    </Box>
  )
}
