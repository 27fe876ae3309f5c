import { type Theme, useMediaQuery } from '@mui/material'
import type { MessageRow } from '../../../contracts/messages.ts'
import { MessageCards } from './MessageCards.tsx'
import { MessageTable } from './MessageTable.tsx'

export function MessageRows({ rows }: { rows: MessageRow[] }) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  return isWide ? <MessageTable rows={rows} /> : <MessageCards rows={rows} />
}
