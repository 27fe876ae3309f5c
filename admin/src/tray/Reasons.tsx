import FlagIcon from '@mui/icons-material/ErrorOutlined'
import { Box, Typography } from '@mui/material'
import type { LookFirst } from '../../../contracts/tray.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

const grave = new Set<LookFirst['code']>(['attempt-unknown', 'attempt-failed', 'overdue', 'objection', 'refusal'])

/** Why a document is to be looked at first, in the words of whoever wrote one. */
export function Reasons({ reasons }: { reasons: LookFirst[] }) {
  const words = useWords('tray')
  const local = useLocalText()
  if (reasons.length === 0) return null
  return (
    <Box
      component="ul"
      aria-label={words('reasons')}
      sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 0.5 }}
    >
      {reasons.map(({ code, text, step }) => (
        <Box
          component="li"
          key={`${code} ${step?.id} ${text}`}
          sx={{
            display: 'flex',
            gap: 0.75,
            alignItems: 'flex-start',
            color: tones[grave.has(code) ? 'breached' : 'warned'].text,
          }}
        >
          <FlagIcon sx={{ fontSize: 18, mt: '1px' }} />
          <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ fontWeight: 650 }}>
              {words(`reason.${code}`)}
              {step && ` (${local(step)})`}
            </Box>
            {text && (
              <Box component="span" sx={{ color: 'text.primary' }}>
                : {text}
              </Box>
            )}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
