import type { TimelineEntry } from '../../../contracts/applications.ts'

type Told = Pick<TimelineEntry, 'seq' | 'at'>

/** Entries by the regency's local day, newest day and newest entry first. */
export function byDay<T extends Told>(entries: readonly T[], localDay: (at: string) => string) {
  const days = new Map<string, T[]>()
  for (const entry of [...entries].sort((a, b) => b.seq - a.seq)) {
    const day = localDay(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, own]) => ({ day, entries: own }))
}
