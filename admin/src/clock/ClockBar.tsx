import { Box, Typography } from '@mui/material'
import type { Clock } from '../../../contracts/clock.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { timeLeft, toneOf } from './time-left.ts'
import { usePresentClock } from './use-present-clock.ts'
import { timeLeftWords } from './words.ts'

/** A clock as a bar with its rungs marked, in words above and with the instant it ends. */
export function ClockBar({ clock: given, showDue = true }: { clock: Clock; showDue?: boolean }) {
  const words = useWords('clock')
  const { short, localDay } = useFormats()
  const clock = usePresentClock(given)
  const tone = tones[toneOf(clock)]
  const left = timeLeftWords(timeLeft(clock, localDay), words)
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          columnGap: 1,
          alignItems: 'baseline',
          flexWrap: 'wrap',
        }}
      >
        <Typography variant="body2" sx={{ fontWeight: 650, color: tone.text }}>
          {left}
        </Typography>
        {showDue && clock.dueAt && clock.state !== 'stopped' && (
          <Typography variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {short(clock.dueAt)}
          </Typography>
        )}
      </Box>
      <Track clock={clock} />
    </Box>
  )
}

/** Past the end the scale widens, so that the overrun shows beyond the mark. */
function Track({ clock }: { clock: Clock }) {
  const tone = tones[toneOf(clock)]
  const scale = Math.max(100, clock.spentPercent, ...clock.rungs.map((rung) => rung.percent))
  const at = (percent: number) => `${Math.min(100, (percent / scale) * 100)}%`
  const marks = [...new Set([...clock.rungs.map((rung) => rung.percent), 100])].filter((percent) => percent < scale)
  return (
    <Box
      aria-hidden
      sx={{ position: 'relative', height: 7, mt: '5px', borderRadius: '4px', bgcolor: '#e4e0d5', overflow: 'hidden' }}
    >
      <Box sx={{ position: 'absolute', inset: 0, width: at(clock.spentPercent), bgcolor: tone.bar }} />
      {marks.map((percent) => (
        <Box
          key={percent}
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: at(percent),
            width: '2px',
            ml: '-1px',
            bgcolor: percent <= clock.spentPercent ? leaf.card : '#8f8b80',
          }}
        />
      ))}
    </Box>
  )
}
