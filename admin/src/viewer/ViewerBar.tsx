import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import CloseIcon from '@mui/icons-material/Close'
import OpenInNewIcon from '@mui/icons-material/OpenInNew'
import RotateRightIcon from '@mui/icons-material/RotateRight'
import ZoomInIcon from '@mui/icons-material/ZoomIn'
import ZoomOutIcon from '@mui/icons-material/ZoomOut'
import { Box, IconButton, Tooltip, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { FlagButton } from '../case/FlagButton.tsx'
import { useWords } from '../i18n/hooks.ts'
import { useViewer, type Viewable } from './ViewerContext.tsx'

type Props = {
  item: Viewable
  canGrow: boolean
  canShrink: boolean
  onGrow: () => void
  onShrink: () => void
  onTurn?: () => void
  onClose?: () => void
}

export function ViewerBar({ item, canGrow, canShrink, onGrow, onShrink, onTurn, onClose }: Props) {
  const words = useWords('documents')
  const { items, open } = useViewer()
  const place = items.findIndex(({ key }) => key === item.key)
  const step = (by: number) => {
    const next = items[place + by]
    if (next) open(next.key)
  }
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.25,
        px: 1,
        py: 0.5,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Tool label={words('previous')} disabled={place <= 0} onClick={() => step(-1)}>
        <ChevronLeftIcon />
      </Tool>
      <Tool label={words('next')} disabled={place < 0 || place >= items.length - 1} onClick={() => step(1)}>
        <ChevronRightIcon />
      </Tool>
      <Box sx={{ flex: 1, minWidth: 0, px: 0.5 }}>
        <Typography noWrap variant="body2" sx={{ fontWeight: 650 }} title={item.label}>
          {item.label}
        </Typography>
        {place >= 0 && (
          <Typography variant="caption" color="textSecondary" component="div" sx={{ lineHeight: 1.2 }}>
            {words('place', { place: place + 1, total: items.length })}
          </Typography>
        )}
      </Box>
      {item.target && <FlagButton target={item.target} />}
      <Tool label={words('zoom_out')} disabled={!canShrink} onClick={onShrink}>
        <ZoomOutIcon />
      </Tool>
      <Tool label={words('zoom_in')} disabled={!canGrow} onClick={onGrow}>
        <ZoomInIcon />
      </Tool>
      {onTurn && (
        <Tool label={words('rotate')} onClick={onTurn}>
          <RotateRightIcon />
        </Tool>
      )}
      <Tooltip title={words('new_tab')}>
        <IconButton
          size="small"
          component="a"
          href={item.url}
          target="_blank"
          rel="noopener"
          aria-label={words('new_tab')}
        >
          <OpenInNewIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {onClose && (
        <Tool label={words('close')} onClick={onClose}>
          <CloseIcon />
        </Tool>
      )}
    </Box>
  )
}

type ToolProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

function Tool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton size="small" aria-label={label} disabled={disabled} onClick={onClick}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  )
}
