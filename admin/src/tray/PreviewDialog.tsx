import { Box, Button, Dialog, type Theme, useMediaQuery } from '@mui/material'
import type { TrayRow } from '../../../contracts/tray.ts'
import { useWords } from '../i18n/hooks.ts'
import { Viewer } from '../viewer/Viewer.tsx'
import { useViewer } from '../viewer/ViewerContext.tsx'
import { Reasons } from './Reasons.tsx'
import { type ChosenRows, isBusy } from './use-chosen-rows.ts'

/** The letter as it would be signed; the next one is a tap away, and so is choosing it. */
export function PreviewDialog({ rows, picked }: { rows: TrayRow[]; picked: ChosenRows }) {
  const words = useWords('tray')
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const { opened, current, close } = useViewer()
  const row = rows.find(({ id }) => id === current?.key)
  return (
    <Dialog
      open={opened}
      onClose={close}
      fullScreen={!isWide}
      fullWidth
      maxWidth="md"
      slotProps={{ paper: { 'aria-label': words('draft'), sx: { height: { md: '92vh' } } } }}
    >
      <Viewer onClose={close} />
      {row && (
        <Box sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1 }}>
          <Reasons reasons={row.lookFirst} />
          <Button
            variant={picked.isChosen(row.id) ? 'outlined' : 'contained'}
            disabled={isBusy(row) || (picked.isFull && !picked.isChosen(row.id))}
            onClick={() => picked.toggle(row.id)}
            sx={{ minHeight: 44 }}
          >
            {words(picked.isChosen(row.id) ? 'unchoose_this' : 'choose_this')}
          </Button>
        </Box>
      )}
    </Dialog>
  )
}
