import { Box, Tooltip } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { useLiveState } from './LiveUpdates.tsx'

const colours = { on: '#6fd3a3', connecting: '#d9c28a', lost: '#ff9d8f' } as const

/** Whether the lists are live, as a dot that says so. */
export function LiveDot() {
  const state = useLiveState()
  const words = useWords('common')
  if (!state) return null
  return (
    <Tooltip title={words(`live.${state}`)}>
      <Box
        role="img"
        aria-label={words(`live.${state}`)}
        tabIndex={0}
        sx={{ width: 24, height: 24, display: 'grid', placeItems: 'center', borderRadius: 1 }}
      >
        <Box sx={{ width: 9, height: 9, borderRadius: '50%', bgcolor: colours[state] }} />
      </Box>
    </Tooltip>
  )
}
