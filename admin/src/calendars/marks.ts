import { leaf, tones } from '../theme/palette.ts'
import type { DayMark } from './year.ts'

type Look = { bgcolor: string; color: string; border?: string }

/** How days look; each kind differs by more than its colour, and is named in the list below the year. */
export const marks: Record<DayMark, Look> = {
  'national-holiday': { bgcolor: tones.breached.bar, color: '#ffffff' },
  'cuti-bersama': { bgcolor: tones.warned.wash, color: tones.warned.text, border: `2px solid ${tones.warned.bar}` },
  local: { bgcolor: tones.paused.wash, color: leaf.ink, border: `2px dashed ${tones.paused.text}` },
  extra: { bgcolor: tones.calm.bar, color: '#0d1411' },
  season: { bgcolor: tones.calm.wash, color: tones.calm.text },
  counters: { bgcolor: 'transparent', color: leaf.ink, border: `1px dotted ${tones.calm.text}` },
  off: { bgcolor: 'transparent', color: leaf.muted },
  work: { bgcolor: 'transparent', color: leaf.ink },
}
export const named = [
  'national-holiday',
  'cuti-bersama',
  'local',
  'extra',
  'season',
  'counters',
] as const satisfies DayMark[]
