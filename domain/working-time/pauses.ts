import type { Instant, Pause } from './calendar.ts'

/** Time away as a union: in order, apart, none before `since`; an open end is Infinity. */
export type Absence = { from: Instant; until: number }

/** @throws RangeError on a pause that ends before it begins or whose ends are no instants. */
export function absences(pauses: readonly Pause[], since: Instant): Absence[] {
  const sorted = pauses.map((pause) => clip(pause, since)).sort((a, b) => a.from - b.from)
  const merged: Absence[] = []
  for (const absence of sorted) {
    const last = merged.at(-1)
    if (absence.from >= absence.until) continue
    if (last && absence.from <= last.until) last.until = Math.max(last.until, absence.until)
    else merged.push(absence)
  }
  return merged
}

function clip({ from, until }: Pause, since: Instant): Absence {
  const end = until ?? Number.POSITIVE_INFINITY
  if (!Number.isSafeInteger(from) || (end !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(end))) {
    throw new RangeError(`pause from ${from} until ${until}: instants are whole UTC epoch milliseconds`)
  }
  if (end < from) throw new RangeError(`pause from ${from} ends before it begins, at ${end}`)
  return { from: Math.max(from, since), until: Math.max(end, since) }
}
