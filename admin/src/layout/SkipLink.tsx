import { Link } from '@mui/material'
import type { ReactNode } from 'react'

/** The first stop of the keyboard: past band and menu, to the page. */
export function SkipLink({ children }: { children: ReactNode }) {
  const toContent = () => document.getElementById('main-content')?.focus()
  return (
    <Link
      component="button"
      onClick={toContent}
      sx={{
        position: 'fixed',
        top: -60,
        left: 12,
        zIndex: 2000,
        px: 2,
        py: 1,
        bgcolor: 'background.paper',
        border: 1,
        borderRadius: 1,
        '&:focus': { top: 8 },
      }}
    >
      {children}
    </Link>
  )
}
