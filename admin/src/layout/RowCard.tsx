import { Card } from '@mui/material'
import type { ReactNode } from 'react'

type Props = {
  /** Of the grid from a desk's width on; on a phone its parts stand one below the other. */
  columns: string
  align?: 'start' | 'center'
  tight?: boolean
  children: ReactNode
}

/** One row of a list that says too much for a table. */
export function RowCard({ columns, align = 'start', tight = false, children }: Props) {
  return (
    <Card
      component="li"
      sx={{
        px: 2,
        py: 1.5,
        display: 'grid',
        gap: { xs: tight ? 0.5 : 1, md: 2 },
        gridTemplateColumns: { xs: '1fr', md: columns },
        alignItems: align,
      }}
    >
      {children}
    </Card>
  )
}
