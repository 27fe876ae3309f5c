import { type Theme, useMediaQuery } from '@mui/material'
import type { BillRow } from '../../../contracts/bills.ts'
import { BillCards } from './BillCards.tsx'
import { BillTable } from './BillTable.tsx'

export function BillRows({ rows }: { rows: BillRow[] }) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  return isWide ? <BillTable rows={rows} /> : <BillCards rows={rows} />
}
