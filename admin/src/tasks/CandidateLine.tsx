import { Box, Typography } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import type { Colleague } from '../providers/officer-calls.ts'

/** A colleague with the work in their hands, as a figure and a bar against the busiest. */
export function CandidateLine({ candidate: { name, role, open }, most }: { candidate: Colleague; most: number }) {
  const words = useWords('tasks')
  const terms = useWords('terms')
  return (
    <Box component="span" sx={{ display: 'block', py: 0.5, width: '100%' }}>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600, display: 'block' }}>
        {name}
      </Typography>
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {terms(`role.${role}`)} · {words('assign_load', { smart_count: open })}
      </Typography>
      <Box
        component="span"
        aria-hidden
        sx={{ display: 'block', height: 4, mt: 0.5, bgcolor: 'divider', borderRadius: 1 }}
      >
        <Box
          component="span"
          sx={{
            display: 'block',
            height: 4,
            width: `${(open / most) * 100}%`,
            bgcolor: 'primary.main',
            borderRadius: 1,
          }}
        />
      </Box>
    </Box>
  )
}
