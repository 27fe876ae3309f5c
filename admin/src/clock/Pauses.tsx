import { Box, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Clock } from '../../../contracts/clock.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'

/** Each time the clock stood still: from when to when, why, by whom, and by which article. */
export function Pauses({ pauses, capAt }: Pick<Clock, 'pauses' | 'capAt'>) {
  const words = useWords('clock')
  const translate = useTranslate()
  const { short } = useFormats()
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {words('pauses')}
      </Typography>
      {pauses.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {words('no_pauses')}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {pauses.map(({ from, until, reason, basis, by, cap, endedByCap }) => (
          <Box component="li" key={from} sx={{ borderLeft: 3, borderColor: tones.paused.bar, pl: 1.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>
              {short(from)} – {until ? short(until) : words('still')}
            </Typography>
            <Typography variant="body2">
              {translate(`lontar.clock.pause_reason.${reason}`, { _: reason })} · {words('by')} {by}
            </Typography>
            <Typography variant="caption" color="textSecondary" component="div">
              {words('basis')}: {basis}
            </Typography>
            {cap !== null && (
              <Typography variant="caption" color="textSecondary" component="div">
                {[
                  words('cap', { days: cap }),
                  endedByCap && words('cap_ended'),
                  !until && capAt && words('cap_until', { at: short(capAt) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </>
  )
}
