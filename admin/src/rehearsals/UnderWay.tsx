import { LinearProgress, Typography } from '@mui/material'
import type { Rehearsal } from '../../../contracts/rehearsals.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'

/** How far it has come; it goes on whether or not anybody looks. */
export function UnderWay({ rehearsal: { state, playedUntil } }: { rehearsal: Rehearsal }) {
  const words = useWords('rehearsals')
  const { fullDayTime } = useFormats()
  const playing = playedUntil ? words('playing', { day: fullDayTime(playedUntil) }) : words('setting')
  return (
    <Section title={words(`state.${state}`)}>
      <LinearProgress aria-label={words(`state.${state}`)} sx={{ my: 1.5 }} />
      <Typography variant="body2" role="status">
        {state === 'waiting' ? words('waiting') : playing}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {words('takes')}
      </Typography>
    </Section>
  )
}
