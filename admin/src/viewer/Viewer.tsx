import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { ImageView } from './ImageView.tsx'
import { PdfView } from './PdfView.tsx'
import { useFileType } from './use-file-type.ts'
import { ViewerBar } from './ViewerBar.tsx'
import { useViewer, type Viewable } from './ViewerContext.tsx'

/** Documents in place, beside the answers: next and previous, larger and smaller. */
export function Viewer({ onClose }: { onClose?: () => void }) {
  const words = useWords('documents')
  const { current } = useViewer()
  return (
    <Box
      component="section"
      aria-label={words('viewer')}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1, bgcolor: '#e9e6dd' }}
    >
      {current ? (
        <Shown key={current.key} item={current} onClose={onClose} />
      ) : (
        <Typography color="textSecondary" sx={{ m: 'auto', p: 3, textAlign: 'center' }}>
          {words('none')}
        </Typography>
      )}
    </Box>
  )
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

function Shown({ item, onClose }: { item: Viewable; onClose?: () => void }) {
  const [step, setStep] = useState(2)
  const [turns, setTurns] = useState(0)
  const type = useFileType(item)
  const zoom = zooms[step] ?? 1
  const isImage = type?.startsWith('image/') ?? false
  return (
    <>
      <ViewerBar
        item={item}
        onClose={onClose}
        canGrow={step < zooms.length - 1}
        canShrink={step > 0}
        onGrow={() => setStep(step + 1)}
        onShrink={() => setStep(step - 1)}
        onTurn={isImage ? () => setTurns(turns + 1) : undefined}
      />
      <Box tabIndex={0} role="group" aria-label={item.label} sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 1.5 }}>
        {isImage && <ImageView url={item.url} label={item.label} zoom={zoom} turns={turns} />}
        {type === 'application/pdf' && <PdfView url={item.url} label={item.label} zoom={zoom} />}
        {type !== undefined && !isImage && type !== 'application/pdf' && <Unshown />}
      </Box>
    </>
  )
}

function Unshown() {
  const words = useWords('documents')
  return (
    <Typography color="textSecondary" sx={{ p: 3, textAlign: 'center' }}>
      {words('failed')}
    </Typography>
  )
}
