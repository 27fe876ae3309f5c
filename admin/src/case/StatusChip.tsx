import { Chip } from '@mui/material'
import type { Status } from '../../../domain/case/state.ts'
import { useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

const colours: Record<Status, { text: string; wash: string }> = {
  received: { text: '#2b5876', wash: '#e6eef4' },
  'in-progress': { text: '#2b5876', wash: '#e6eef4' },
  returned: tones.warned,
  approved: tones.calm,
  'deemed-approved': tones.calm,
  rejected: tones.breached,
  withdrawn: tones.stopped,
  lapsed: tones.stopped,
  merged: tones.stopped,
}

export function StatusChip({ status }: { status: Status }) {
  const words = useWords('terms')
  const { text, wash } = colours[status]
  return <Chip size="small" label={words(`status.${status}`)} sx={{ color: text, bgcolor: wash }} />
}
