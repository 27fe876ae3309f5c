import { Box, Chip, Typography } from '@mui/material'
import type { RehearsalStory } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { capital } from './capital.ts'

type Clock = RehearsalStory['clocks'][number]

/** What of each term was spent, and when it stood still. */
export function StoryClocks({ clocks }: Pick<RehearsalStory, 'clocks'>) {
  const words = useWords('rehearsals')
  if (clocks.length === 0) return null
  return (
    <Section title={words('clocks')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {clocks.map((clock) => (
          <ClockRow key={clock.id} clock={clock} />
        ))}
      </Box>
    </Section>
  )
}

function ClockRow({ clock }: { clock: Clock }) {
  const words = useWords('rehearsals')
  const { number, fullDayTime } = useFormats()
  const { name, unit, amount, spent, dueAt, breached, pauses } = clock
  const counts = { spent: number(spent), amount: number(amount) }
  const tone = tones[breached ? 'breached' : 'calm']
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {capital(name)}
        </Typography>
        <Chip
          size="small"
          label={words(breached ? 'breached' : 'kept')}
          sx={{ color: tone.text, bgcolor: tone.wash }}
        />
      </Box>
      <Typography variant="body2">
        {words(unit === 'working-days' ? 'spent' : 'spent_minutes', counts)}
        {dueAt && `. ${words('due')}: ${fullDayTime(dueAt)}`}
      </Typography>
      {pauses.map(({ from, until }) => (
        <Typography key={from} variant="body2" color="textSecondary">
          {until
            ? words('paused', { from: fullDayTime(from), until: fullDayTime(until) })
            : words('paused_still', { from: fullDayTime(from) })}
        </Typography>
      ))}
    </Box>
  )
}
