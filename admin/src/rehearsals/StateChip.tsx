import { Chip } from '@mui/material'
import type { RehearsalRow } from '../../../contracts/rehearsals.ts'
import type { Outcome } from '../../../domain/case/events.ts'
import { useWords } from '../i18n/hooks.ts'
import { type Tone, tones } from '../theme/palette.ts'

const goodEnds: readonly Outcome[] = ['approved', 'deemed-approved']

/** How a rehearsal stands; once it is told, what came out of it. */
export function StateChip({ row: { state, outcome } }: { row: Pick<RehearsalRow, 'state' | 'outcome'> }) {
  const words = useWords('rehearsals')
  const terms = useWords('terms')
  const told = outcome ? terms(`outcome.${outcome}`) : words('rests')
  return <Chip size="small" label={state === 'told' ? told : words(`state.${state}`)} sx={shadeOf(state, outcome)} />
}

export function shadeOf(state: RehearsalRow['state'], outcome: Outcome | null) {
  const { text: color, wash: bgcolor } = tones[toneOf(state, outcome)]
  return { color, bgcolor }
}

function toneOf(state: RehearsalRow['state'], outcome: Outcome | null): Tone {
  if (state === 'failed') return 'breached'
  if (state !== 'told') return 'stopped'
  if (outcome === null) return 'breached'
  return goodEnds.includes(outcome) ? 'calm' : 'warned'
}
