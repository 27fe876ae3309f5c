import { Box, Typography } from '@mui/material'
import type { RehearsalStory } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'
import { type Moment, storyDays } from './story-days.ts'

const dots = { citizen: leaf.gold, officer: tones.calm.bar, system: '#8b8f88' } as const

/** Day by day what happened, and who was told. */
export function StoryTimeline({ story }: { story: RehearsalStory }) {
  const words = useWords('rehearsals')
  const { localDay, fullDay } = useFormats()
  return (
    <Section title={words('story')}>
      {storyDays(story, localDay).map(({ day, later, moments }) => (
        <Box key={day} component="section" aria-label={fullDay(day)} sx={{ mb: 1 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1, my: 1 }}>
            <Typography variant="h3">{fullDay(day)}</Typography>
            {later > 0 && (
              <Typography variant="caption" color="textSecondary">
                {words('day_after', { smart_count: later })}
              </Typography>
            )}
          </Box>
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {moments.map((moment) => (
              <Happened key={moment.seq} moment={moment} />
            ))}
          </Box>
        </Box>
      ))}
    </Section>
  )
}

function Happened({ moment: { at, line, told } }: { moment: Moment }) {
  const words = useWords('rehearsals')
  const { time, fullDayTime } = useFormats()
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', columnGap: 1.5 }}>
      <Box sx={{ position: 'relative' }}>
        <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: 6, width: 2, bgcolor: 'divider' }} />
        <Box
          sx={{
            position: 'relative',
            mt: 0.75,
            width: 14,
            height: 14,
            borderRadius: '50%',
            bgcolor: dots[line?.by ?? 'system'],
            border: '3px solid #fff',
          }}
        />
      </Box>
      <Box sx={{ pb: 1.25, minWidth: 0 }}>
        {line && (
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {line.text}
          </Typography>
        )}
        <Typography variant="caption" color="textSecondary" component="div">
          <time dateTime={at}>{time(at)}</time>
          {line && ` · ${line.who}`}
        </Typography>
        {line?.dueAt && (
          <Typography variant="body2" sx={{ color: tones.calm.text }}>
            {words('due_from_here', { at: fullDayTime(line.dueAt) })}
          </Typography>
        )}
        {told.map(({ to, subject }) => (
          <Box key={`${to}${subject}`} sx={{ mt: 0.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
            <Typography variant="caption" color="textSecondary" component="div">
              {words('told_to', { to })}
            </Typography>
            <Typography variant="body2">{subject}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
