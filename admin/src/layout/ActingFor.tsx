import { Box } from '@mui/material'
import { usePermissions } from 'react-admin'
import type { Me } from '../../../contracts/me.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { lastDay } from '../mandates/office-days.ts'

/** Whoever stands in for somebody is told so on every page, and until when. */
export function ActingFor() {
  const words = useWords('mandates')
  const { date } = useFormats()
  const { permissions } = usePermissions<Me>()
  const mandates = permissions?.mandates ?? []
  if (mandates.length === 0) return null
  return (
    <Box role="status" sx={{ bgcolor: '#fbf1d8', color: '#3a2c05', px: { xs: 1.5, md: 2 }, py: 0.75 }}>
      {mandates.map(({ id, position, until }) => (
        <Box key={id} sx={{ fontSize: '0.875rem', lineHeight: 1.35, fontWeight: 600 }}>
          {words('acting', { position, until: date(lastDay(until)) })}
        </Box>
      ))}
    </Box>
  )
}
