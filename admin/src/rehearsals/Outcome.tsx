import { Box, Typography } from '@mui/material'
import type { RehearsalStory } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { capital } from './capital.ts'
import { type Fact, Facts } from './Facts.tsx'
import { shadeOf } from './StateChip.tsx'
import { toldCounts } from './story-days.ts'

const dayMs = 86_400_000

/** What came out, before how it came about. */
export function Outcome({ story }: { story: RehearsalStory }) {
  const words = useWords('rehearsals')
  const terms = useWords('terms')
  const { fullDayTime, localDay } = useFormats()
  const { outcome, restsOn, filedAt, closedAt, term, signed, clocks } = story
  const days = (at: string) => Math.round((Date.parse(localDay(at)) - Date.parse(localDay(filedAt))) / dayMs)
  const late = clocks.filter(({ breached }) => breached)
  const facts: Fact[] = [
    { name: words('filed_at'), told: fullDayTime(filedAt) },
    closedAt
      ? {
          name: words('closed_at'),
          told: `${fullDayTime(closedAt)} (${words('after_days', { smart_count: days(closedAt) })})`,
        }
      : { name: words('rests_on'), told: restsOn },
    ...(term ? [{ name: words('due'), told: <Due at={fullDayTime(term.dueAt)} met={term.met} /> }] : []),
    {
      name: words('letters'),
      told:
        signed.length === 0
          ? words('no_letters')
          : signed.map(({ at, ...letter }) => (
              <Box key={letter.number} component="span" sx={{ display: 'block' }}>
                {words('letter', { ...letter, at: fullDayTime(at) })}
              </Box>
            )),
    },
    {
      name: words('messages'),
      told: toldCounts(story).map(({ to, count }) => (
        <Box key={to} component="span" sx={{ display: 'block' }}>
          {capital(to)}: {words('message_count', { smart_count: count })}
        </Box>
      )),
    },
    {
      name: words('late_clocks'),
      told: late.length === 0 ? words('no_late_clocks') : capital(late.map(({ name }) => name).join(', ')),
    },
  ]
  return (
    <Section title={words('result')}>
      <Typography variant="h1" component="p" sx={{ mb: 1.5, color: shadeOf('told', outcome).color }}>
        {outcome ? terms(`outcome.${outcome}`) : words('rests')}
      </Typography>
      <Facts facts={facts} />
    </Section>
  )
}

function Due({ at, met }: { at: string; met: boolean }) {
  const words = useWords('rehearsals')
  return (
    <>
      {at},{' '}
      <Box component="strong" sx={{ color: tones[met ? 'calm' : 'breached'].text }}>
        {words(met ? 'met' : 'missed')}
      </Box>
    </>
  )
}
