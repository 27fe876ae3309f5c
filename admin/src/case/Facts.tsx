import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

export type Fact = { key: string; label: string; value: ReactNode; aside?: ReactNode; marked?: boolean }

/** Pairs of question and answer, to be read down. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {facts.map(({ key, label, value, aside, marked }) => (
        <Box
          key={key}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr auto', sm: 'minmax(120px, 38%) 1fr auto' },
            columnGap: 1.5,
            alignItems: 'start',
            py: 0.75,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
            ...(marked && { bgcolor: '#fbe9e7', mx: -1, px: 1, borderRadius: 0.5 }),
          }}
        >
          <Typography component="dt" variant="body2" color="textSecondary" sx={{ gridColumn: { xs: 1, sm: 'auto' } }}>
            {label}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, fontWeight: 500, gridColumn: { xs: 1, sm: 'auto' }, whiteSpace: 'pre-line' }}
          >
            {value}
          </Typography>
          {aside && (
            <Box
              component="dd"
              sx={{ m: 0, mt: -0.5, gridColumn: { xs: 2, sm: 3 }, gridRow: { xs: '1 / span 2', sm: 'auto' } }}
            >
              {aside}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}
