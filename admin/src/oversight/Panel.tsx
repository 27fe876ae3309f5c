import { Box, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

type Props = { title: string; note?: ReactNode; tools?: ReactNode; children: ReactNode }

/** One question and its answer. */
export function Panel({ title, note, tools, children }: Props) {
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
        p: { xs: 1.5, md: 2 },
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          {note && (
            <Typography variant="caption" color="textSecondary" component="p">
              {note}
            </Typography>
          )}
        </Box>
        {tools}
      </Box>
      {children}
    </Box>
  )
}
