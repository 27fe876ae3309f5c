import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

export type Fact = { name: string; told: ReactNode }

/** What is named beside what it comes to. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(140px, 220px) 1fr' },
        columnGap: 2,
        rowGap: { xs: 0.25, sm: 1 },
        m: 0,
      }}
    >
      {facts.map(({ name, told }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary" sx={{ pt: { xs: 0.75, sm: 0 } }}>
            {name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0 }}>
            {told}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
