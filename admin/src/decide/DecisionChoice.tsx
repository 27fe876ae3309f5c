import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import DrawIcon from '@mui/icons-material/Draw'
import ThumbDownOutlinedIcon from '@mui/icons-material/ThumbDownOutlined'
import ThumbUpOutlinedIcon from '@mui/icons-material/ThumbUpOutlined'
import UndoIcon from '@mui/icons-material/Undo'
import VisibilityIcon from '@mui/icons-material/Visibility'
import { Box, Button } from '@mui/material'
import type { ComponentType } from 'react'
import type { Decision } from '../../../domain/service.ts'
import { useFlags } from '../case/FlagContext.tsx'
import { useWords } from '../i18n/hooks.ts'

const icons: Record<Decision, ComponentType> = {
  approve: CheckIcon,
  sign: DrawIcon,
  acknowledge: VisibilityIcon,
  agree: ThumbUpOutlinedIcon,
  object: ThumbDownOutlinedIcon,
  return: UndoIcon,
  reject: CloseIcon,
}
export const decisionColours = {
  approve: 'primary',
  sign: 'primary',
  acknowledge: 'primary',
  agree: 'primary',
  object: 'error',
  return: 'warning',
  reject: 'error',
} as const

type Props = { decisions: Decision[]; chosen: Decision | null; onChoose: (decision: Decision) => void; label: string }

/** One button for each decision that the step offers. */
export function DecisionChoice({ decisions, chosen, onChoose, label }: Props) {
  const words = useWords('terms')
  const flagged = useFlags()?.flags.length ?? 0
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {decisions.map((decision) => {
        const Icon = icons[decision]
        const count = decision === 'return' && flagged > 0 ? ` (${flagged})` : ''
        return (
          <Button
            key={decision}
            variant={chosen === decision ? 'contained' : 'outlined'}
            color={decisionColours[decision]}
            startIcon={<Icon />}
            aria-pressed={chosen === decision}
            onClick={() => onChoose(decision)}
            sx={{ flex: '1 1 120px' }}
          >
            {words(`decision.${decision}`)}
            {count}
          </Button>
        )
      })}
    </Box>
  )
}
