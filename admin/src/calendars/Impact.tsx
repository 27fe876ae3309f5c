import { Alert, Box, Typography } from '@mui/material'
import type { CalendarPreview } from '../../../contracts/calendars.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { useCalendarNames } from './use-calendar-names.ts'

const shown = 5

/** What publishing would do: how many open cases move, the first of them, and the calendars that follow. */
export function Impact({ impact }: { impact: CalendarPreview }) {
  const words = useWords('calendars')
  const { short, number } = useFormats()
  const nameOf = useCalendarNames()
  const { moved, openCases, stuck, versions, sample } = impact
  return (
    <Alert severity={stuck > 0 ? 'warning' : 'info'} role="status">
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {words('impact', { moved: number(moved), open: number(openCases) })}
      </Typography>
      {versions.length > 1 && (
        <Typography variant="body2">
          {words('followers', {
            names: versions
              .slice(1)
              .map(({ code }) => nameOf(code))
              .join(', '),
          })}
        </Typography>
      )}
      {stuck > 0 && <Typography variant="body2">{words('stuck', { stuck: number(stuck) })}</Typography>}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25 }}>
        {sample.slice(0, shown).map(({ number, clock, was, becomes }) => (
          <li key={`${number} ${clock}`}>
            <Typography variant="body2">
              {number}: {short(was)} → {short(becomes)}
            </Typography>
          </li>
        ))}
      </Box>
    </Alert>
  )
}
