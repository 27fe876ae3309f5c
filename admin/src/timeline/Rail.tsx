import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { leaf, tones } from '../theme/palette.ts'

const dots = { citizen: leaf.gold, officer: tones.calm.bar, system: '#8b8f88' } as const

/** One moment of a story on its line, with a dot in the colour of whose doing it was. */
export function Rail({ by, gap, children }: { by: keyof typeof dots; gap: number; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', columnGap: 1.5 }}>
      <Box sx={{ position: 'relative' }}>
        <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: 6, width: 2, bgcolor: 'divider' }} />
        <Box
          sx={{
            position: 'relative',
            mt: 0.75,
            width: 14,
            height: 14,
            borderRadius: '50%',
            bgcolor: dots[by],
            border: '3px solid #fff',
          }}
        />
      </Box>
      <Box sx={{ pb: gap, minWidth: 0 }}>{children}</Box>
    </Box>
  )
}
