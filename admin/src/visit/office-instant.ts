/** The instant of a day and a time on the office's clock, ISO 8601 in UTC; null while either is missing. */
export function officeInstant(day: string, time: string, utcOffsetMinutes: number): string | null {
  const local = Date.parse(`${day}T${time}:00Z`)
  return Number.isNaN(local) ? null : new Date(local - utcOffsetMinutes * 60_000).toISOString()
}
