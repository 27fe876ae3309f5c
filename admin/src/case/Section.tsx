import { Box, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  children: ReactNode
  aside?: ReactNode
  /** Whoever holds it keeps the distance. */
  flush?: boolean
}

/** A titled part of a page, on a card. */
export function Section({ title, children, aside, flush = false }: Props) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        mb: flush ? { xs: 2, md: 0 } : 2,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, pt: 1.5, pb: 0.5 }}>
        <Typography variant="h3" component="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      <Box sx={{ px: 2, pb: 1.5 }}>{children}</Box>
    </Box>
  )
}
