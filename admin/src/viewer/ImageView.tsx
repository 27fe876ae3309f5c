import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import { useWords } from '../i18n/hooks.ts'

type Props = { url: string; label: string; zoom: number; turns: number }

export function ImageView({ url, label, zoom, turns }: Props) {
  const words = useWords('documents')
  const [failed, setFailed] = useState(false)
  if (failed) {
    return (
      <Typography role="alert" color="textSecondary" sx={{ p: 3, textAlign: 'center' }}>
        {words('failed')}
      </Typography>
    )
  }
  return (
    <Box
      component="img"
      src={url}
      alt={label}
      onError={() => setFailed(true)}
      sx={{
        display: 'block',
        mx: 'auto',
        width: zoom === 1 ? 'auto' : `${zoom * 100}%`,
        maxWidth: zoom === 1 ? '100%' : 'none',
        transform: `rotate(${turns * 90}deg)`,
        bgcolor: 'background.paper',
        boxShadow: '0 1px 4px rgba(0,0,0,0.25)',
      }}
    />
  )
}
