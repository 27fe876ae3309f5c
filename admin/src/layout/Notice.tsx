import { Box, Button, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import { leaf, tones } from '../theme/palette.ts'

export type NoticeAction = { label: string; to?: string; onClick?: () => void }
type Props = {
  title: string
  text?: ReactNode
  detail?: ReactNode
  tone?: 'plain' | 'error'
  action?: NoticeAction
  /** Heading level, by where it stands. */
  level?: 'h1' | 'h2'
}

/** One shape for an empty list, a refusal and a failure: a leaf, what it is, and what to do. */
export function Notice({ title, text, detail, tone = 'plain', action, level = 'h1' }: Props) {
  return (
    <Box
      role={tone === 'error' ? 'alert' : undefined}
      sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1, py: { xs: 5, md: 8 }, px: 2 }}
    >
      <LeafMark colour={tone === 'error' ? tones.breached.bar : leaf.gold} />
      <Typography variant="h2" component={level} sx={{ fontSize: '1.1875rem' }}>
        {title}
      </Typography>
      {text && (
        <Typography color="textSecondary" sx={{ maxWidth: 460 }}>
          {text}
        </Typography>
      )}
      {detail && (
        <Typography variant="caption" color="textSecondary">
          {detail}
        </Typography>
      )}
      {action && <ActionButton action={action} />}
    </Box>
  )
}

function ActionButton({ action: { label, to, onClick } }: { action: NoticeAction }) {
  const style = { mt: 1 }
  return to ? (
    <Button variant="outlined" component={LinkBase} to={to} sx={style}>
      {label}
    </Button>
  ) : (
    <Button variant="outlined" onClick={onClick} sx={style}>
      {label}
    </Button>
  )
}

const LeafMark = ({ colour }: { colour: string }) => (
  <svg width="72" height="44" viewBox="0 0 72 44" fill="none" aria-hidden="true">
    <path d="M4 30C20 8 46 2 68 10 52 30 26 42 4 30Z" stroke={colour} strokeWidth="2" />
    <path
      d="M4 30C24 24 46 16 68 10M22 25l4-9M34 21l5-10M46 17l6-9M24 24l9 7M37 20l9 6"
      stroke={colour}
      strokeWidth="1.4"
    />
  </svg>
)
