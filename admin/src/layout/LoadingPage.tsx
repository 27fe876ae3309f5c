import { Box, Skeleton } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'

/** The shape of a page while it is on its way. */
export function LoadingPage() {
  const words = useWords('common')
  return (
    <Box role="status" aria-label={words('loading')} sx={{ maxWidth: 1100, p: { xs: 0, md: 1 } }}>
      <Skeleton width={220} height={38} />
      <Skeleton width={340} height={22} sx={{ mb: 2 }} />
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} variant="rounded" height={56} sx={{ mb: 1 }} />
      ))}
    </Box>
  )
}
