const dayMinutes = 1_440

/** Local times of day, "20:00"; they may reach over midnight. */
export type QuietHours = { from: string; until: string }

/** When the quiet hours end in which this instant lies, both UTC epoch ms; null where it lies in none. */
export function quietUntil(at: number, { from, until }: QuietHours, utcOffsetMinutes: number): number | null {
  const local = Math.floor(at / 60_000) + utcOffsetMinutes
  const minute = ((local % dayMinutes) + dayMinutes) % dayMinutes
  const [begins, ends] = [minutesOf(from), minutesOf(until)]
  const length = (ends - begins + dayMinutes) % dayMinutes
  const into = (minute - begins + dayMinutes) % dayMinutes
  return into < length ? (local - into + length - utcOffsetMinutes) * 60_000 : null
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
