import { officeInstant } from '../visit/office-instant.ts'

const dayMs = 86_400_000

/** The last instant on which something holds that ends before this one. */
export const lastDay = (until: string) => new Date(Date.parse(until) - 1)

/** From the first instant of one day of the office until the first after another; null while either is missing. */
export function officeDays(
  { first, last }: { first: string; last: string },
  utcOffsetMinutes: number,
): { from: string; until: string } | null {
  const from = officeInstant(first, '00:00', utcOffsetMinutes)
  const end = officeInstant(last, '00:00', utcOffsetMinutes)
  return from && end ? { from, until: new Date(Date.parse(end) + dayMs).toISOString() } : null
}
