import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { moveBetweenRows } from './row-keys.ts'

export type Heading = { column: string; text: string; align?: 'left' | 'right'; width?: number }

type Props = {
  label: string
  /** How to go through it by the keyboard, where that is more than the arrows. */
  description?: string
  headings: readonly Heading[]
  /** Each row begins with a cell that has no heading: a mark. */
  marked?: boolean
  /** Rows (`TableRow`), each with one `RowLink`. */
  children: ReactNode
}

/** The table of a list, between whose rows the arrow keys go. */
export function RowTable({ label, description, headings, marked = false, children }: Props) {
  return (
    <TableContainer sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table
        size="small"
        aria-label={label}
        aria-description={description}
        onKeyDown={moveBetweenRows}
        sx={{ '& tbody tr:last-child td': { border: 0 } }}
      >
        <TableHead>
          <TableRow>
            {marked && <TableCell component="td" padding="checkbox" />}
            {headings.map(({ column, text, align, width }) => (
              <TableCell key={column} align={align} sx={width ? { width } : undefined}>
                {text}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>{children}</TableBody>
      </Table>
    </TableContainer>
  )
}

/** The link that a row is about; the arrow keys go from one to the next. */
export function RowLink({ to, wraps = false, children }: { to: string; wraps?: boolean; children: ReactNode }) {
  return (
    <Link
      component={LinkBase}
      to={to}
      data-row-link
      sx={{ fontWeight: 650, ...(wraps ? { overflowWrap: 'anywhere' } : { whiteSpace: 'nowrap' }) }}
    >
      {children}
    </Link>
  )
}
