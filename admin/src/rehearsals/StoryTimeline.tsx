import { Box, Typography } from '@mui/material'
import type { RehearsalStory } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { Rail } from '../timeline/Rail.tsx'
import { type Moment, storyDays } from './story-days.ts'

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
    <Rail by={line?.by ?? 'system'} gap={1.25}>
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
    </Rail>
  )
}
