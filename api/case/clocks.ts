import type { Clock } from '../../contracts/clock.ts'
import type { LocalText } from '../../contracts/common.ts'
import type { Actor } from '../../domain/case/events.ts'
import { calendarOf } from '../../models/catalogue/catalogue.ts'
import type { Language } from '../request.ts'
import { type KeptClock, presentClock } from './clock.ts'

/** What somebody is called where their name is not for the reader. */
export const actorWords: Record<Actor['kind'], LocalText> = {
  citizen: { id: 'Pemohon', en: 'Applicant' },
  officer: { id: 'Petugas', en: 'Officer' },
  system: { id: 'Sistem', en: 'System' },
}

/** Clocks as of one present, each by its own calendar. */
export function presentClocks(
  clocks: KeptClock[],
  { language }: { language: Language },
  asOf: number,
): Promise<Clock[]> {
  const nameOf = ({ kind }: Actor) => actorWords[kind][language]
  return Promise.all(
    clocks.map(async (clock) => {
      const calendar = await calendarOf(clock.rule.calendar)
      return presentClock(clock, { calendar, asOf, nameOf })
    }),
  )
}
