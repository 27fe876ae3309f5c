import { Chip } from '@mui/material'
import type { BillRow } from '../../../contracts/bills.ts'
import { useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

const statusTones = { open: tones.paused, paid: tones.calm, cancelled: tones.stopped } as const
const attentionTones = {
  'refund-by-hand': tones.breached,
  'charge-refused': tones.breached,
  held: tones.warned,
  refunding: tones.warned,
} as const

/** How the bill stands; first what somebody has to look at. */
export function BillChips({ bill: { status, attention } }: { bill: Pick<BillRow, 'status' | 'attention'> }) {
  const words = useWords('bills')
  const chip = (label: string, { text, wash }: { text: string; wash: string }) => (
    <Chip size="small" label={label} sx={{ color: text, bgcolor: wash, mr: 0.5 }} />
  )
  return (
    <>
      {attention && chip(words(`attention.${attention}`), attentionTones[attention])}
      {chip(words(`status.${status}`), statusTones[status])}
    </>
  )
}
