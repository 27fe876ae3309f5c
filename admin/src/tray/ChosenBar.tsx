import DrawIcon from '@mui/icons-material/Draw'
import { Box, Button, Paper, Typography } from '@mui/material'
import { trayLimit } from '../../../contracts/tray.ts'
import { useWords } from '../i18n/hooks.ts'
import type { ChosenRows } from './use-chosen-rows.ts'

/** How many are chosen, and the one button; under the thumb on a phone. */
export function ChosenBar({ picked, onSign }: { picked: ChosenRows; onSign: () => void }) {
  const words = useWords('tray')
  const common = useWords('common')
  const count = picked.chosen.length
  return (
    <Paper
      elevation={6}
      component="section"
      aria-label={words('chosen_label')}
      sx={{
        position: 'fixed',
        zIndex: 1090,
        left: { xs: 0, md: 'auto' },
        right: { xs: 0, md: 24 },
        bottom: { xs: 'calc(58px + env(safe-area-inset-bottom))', md: 24 },
        px: 2,
        py: 1,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        borderRadius: { xs: 0, md: 1 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography role="status" sx={{ fontWeight: 650 }}>
          {words('chosen', { smart_count: count })}
        </Typography>
        {picked.isFull && <Typography variant="caption">{words('full', { count: trayLimit })}</Typography>}
      </Box>
      <Button onClick={picked.clear} sx={{ minHeight: 44 }}>
        {common('cancel')}
      </Button>
      <Button variant="contained" startIcon={<DrawIcon />} onClick={onSign} sx={{ minHeight: 44 }}>
        {words('sign')}
      </Button>
    </Paper>
  )
}
