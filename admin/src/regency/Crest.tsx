import { Box } from '@mui/material'
import { useState } from 'react'
import { useRegency } from './RegencyContext.tsx'

/** The regency's crest; its initials where the image cannot be had. */
export function Crest({ size }: { size: number }) {
  const { crest, name } = useRegency()
  const [missing, setMissing] = useState(false)
  if (missing || !crest) {
    const initial = name.replace(/^(Kabupaten|Kota)\s+/, '').slice(0, 1)
    return (
      <Box
        aria-hidden
        sx={{
          width: size * 0.85,
          height: size,
          flex: 'none',
          display: 'grid',
          placeItems: 'center',
          border: '2px solid currentColor',
          borderRadius: '8px 8px 50% 50%',
          fontWeight: 700,
          fontSize: size * 0.45,
        }}
      >
        {initial}
      </Box>
    )
  }
  return (
    <Box
      component="img"
      src={crest}
      alt=""
      onError={() => setMissing(true)}
      sx={{ height: size, width: 'auto', maxWidth: size * 1.2, objectFit: 'contain', flex: 'none' }}
    />
  )
}
