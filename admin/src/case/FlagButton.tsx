import FlagIcon from '@mui/icons-material/Flag'
import FlagOutlinedIcon from '@mui/icons-material/OutlinedFlag'
import { IconButton, Tooltip } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { useFlags } from './FlagContext.tsx'
import type { Target } from './targets.ts'

/** Marks one answer or attachment for correction while reading; what to mend is written in the decision. */
export function FlagButton({ target }: { target: Target }) {
  const words = useWords('decide')
  const flags = useFlags()
  if (!flags) return null
  const flagged = flags.isFlagged(target)
  const label = words(flagged ? 'unflag' : 'flag', { name: target.label })
  return (
    <Tooltip title={label} placement="left">
      <IconButton
        size="small"
        aria-label={label}
        aria-pressed={flagged}
        onClick={() => flags.toggle(target)}
        sx={{ color: flagged ? tones.breached.text : '#7c817b' }}
      >
        {flagged ? <FlagIcon fontSize="small" /> : <FlagOutlinedIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  )
}
