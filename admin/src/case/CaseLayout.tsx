import { Box, Dialog, type Theme, useMediaQuery } from '@mui/material'
import type { ReactNode } from 'react'
import { Viewer } from '../viewer/Viewer.tsx'
import { useViewer } from '../viewer/ViewerContext.tsx'

type Props = { reading: ReactNode; deciding?: ReactNode }

/** Reading at the left, the decision and the documents at the right and always in sight; on a phone one after the other. */
export function CaseLayout({ reading, deciding }: Props) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const { opened, close } = useViewer()
  if (!isWide) {
    return (
      <>
        {deciding}
        {reading}
        <Dialog fullScreen open={opened} onClose={close}>
          <Viewer onClose={close} />
        </Dialog>
      </>
    )
  }
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.05fr)', gap: 2.5, alignItems: 'start' }}
    >
      <Box sx={{ minWidth: 0 }}>{reading}</Box>
      <Box
        sx={{
          position: 'sticky',
          top: 72,
          height: 'calc(100vh - 88px)',
          minHeight: 480,
          display: 'flex',
          flexDirection: 'column',
          gap: 1.5,
          minWidth: 0,
        }}
      >
        {deciding}
        <Box
          sx={{
            flex: 1,
            minHeight: 200,
            display: 'flex',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            overflow: 'hidden',
          }}
        >
          <Viewer />
        </Box>
      </Box>
    </Box>
  )
}
