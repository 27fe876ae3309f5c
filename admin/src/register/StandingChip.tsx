import { Chip } from '@mui/material'
import type { RegisterRow } from '../../../contracts/register.ts'
import { useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

const colours = {
  valid: tones.calm,
  suspended: tones.warned,
  expired: tones.paused,
  revoked: tones.breached,
  superseded: tones.paused,
} as const

/** How a licence stands today. */
export function StandingChip({ today }: Pick<RegisterRow, 'today'>) {
  const words = useWords('register')
  const { text, wash } = colours[today.standing]
  return <Chip size="small" label={words(`standing.${today.standing}`)} sx={{ color: text, bgcolor: wash }} />
}
