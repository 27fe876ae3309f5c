import { ButtonBase, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { tones } from '../theme/palette.ts'

type Props = { figure: ReactNode; label: string; tone: keyof typeof tones; onClick: () => void }

/** A number that leads to what it counts. */
export function FigureTile({ figure, label, tone, onClick }: Props) {
  return (
    <ButtonBase
      onClick={onClick}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'flex-start',
        justifyContent: 'flex-start',
        textAlign: 'left',
        px: 2,
        py: 1.25,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        boxShadow: `inset 0 3px 0 ${tones[tone].bar}`,
        '&:hover': { borderColor: 'primary.main' },
      }}
    >
      <Typography
        component="span"
        sx={{ display: 'block', fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.2, color: tones[tone].text }}
      >
        {figure}
      </Typography>
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {label}
      </Typography>
    </ButtonBase>
  )
}
