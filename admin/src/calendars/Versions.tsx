import { Box, Typography } from '@mui/material'
import type { CalendarVersionRow } from '../../../contracts/calendars.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { useCalendarNames } from './use-calendar-names.ts'

/** Every version, newest first: who changed it, why, by which letter, and how far it has got among the open cases. */
export function Versions({ versions }: { versions: CalendarVersionRow[] }) {
  const words = useWords('calendars')
  const { dateTime, number } = useFormats()
  const nameOf = useCalendarNames()
  return (
    <Section title={words('versions')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {versions.map(({ version, publishedAt, by, reason, source, follows, spread }) => (
          <Box component="li" key={version} sx={{ borderLeft: 3, borderColor: tones.calm.bar, pl: 1.5 }}>
            <Typography variant="body2" sx={{ fontWeight: 650 }}>
              {words('version', { version })} · {dateTime(publishedAt)}
            </Typography>
            <Typography variant="body2">
              {reason ?? (follows ? words('followed', { name: nameOf(follows.code) }) : words('from_pack'))}
            </Typography>
            <Typography variant="caption" color="textSecondary" component="div">
              {[source, by && words('by', { name: by.name })].filter(Boolean).join(' · ')}
            </Typography>
            {spread && (
              <Typography variant="caption" color="textSecondary" component="div">
                {words(spread.finishedAt ? 'spread_done' : 'spreading', {
                  cases: number(spread.cases),
                  moved: number(spread.moved),
                })}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  )
}
