import { Chip } from '@mui/material'
import type { MessageRow } from '../../../contracts/messages.ts'
import { useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

const colours = { queued: tones.paused, sent: tones.calm, failed: tones.breached } as const

export function SentChip({ status }: Pick<MessageRow, 'status'>) {
  const words = useWords('terms')
  const { text, wash } = colours[status]
  return <Chip size="small" label={words(`sent.${status}`)} sx={{ color: text, bgcolor: wash }} />
}
