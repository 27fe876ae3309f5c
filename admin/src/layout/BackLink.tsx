import ArrowBackIcon from '@mui/icons-material/ArrowBack'
import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'

/** The way back to what a page lies below; stands above its heading. */
export const BackLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    component={LinkBase}
    to={to}
    variant="body2"
    sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, py: 0.25, mb: 0.25 }}
  >
    <ArrowBackIcon aria-hidden sx={{ fontSize: 16 }} />
    <span>{children}</span>
  </Link>
)
