const dayMs = 86_400_000

/** A moment as an office writes it. `dayOnly`: no time was given, so it stands at the beginning of that local day. */
export type Moment = { at: number; dayOnly: boolean }

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?$/

/**
 * `2026-10-01`, `2026-10-01 09:30`, `2026-10-01T09:30:00+07:00`, `1/10/2026` and `01-10-2026 09.30` (day first). Without a
 * zone it is the office's own time. null where it is no moment, or one that the calendar does not have (31 February).
 */
export function readMoment(text: string, utcOffsetMinutes: number): Moment | null {
  const trimmed = text.trim()
  const year = iso.exec(trimmed)
  if (year) return momentOf([year[1], year[2], year[3], year[4], year[5], year[6]], offsetOf(year[7], utcOffsetMinutes))
  const day = local.exec(trimmed)
  return day ? momentOf([day[3], day[2], day[1], day[4], day[5], day[6]], utcOffsetMinutes) : null
}

/** A date alone, `2026-10-01` or `1/10/2026`, as `2026-10-01`. */
export function readDate(text: string): string | null {
  const moment = readMoment(text, 0)
  return moment?.dayOnly ? new Date(moment.at).toISOString().slice(0, 10) : null
}

/** Last millisecond of a local day. */
export function endOfDay(date: string, utcOffsetMinutes: number): number {
  return Date.parse(`${date}T00:00:00Z`) + dayMs - utcOffsetMinutes * 60_000 - 1
}

function momentOf(parts: (string | undefined)[], offset: number): Moment | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0))
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(at)
  const isReal =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return isReal ? { at: at - offset * 60_000, dayOnly: parts[3] === undefined } : null
}

function offsetOf(zone: string | undefined, utcOffsetMinutes: number): number {
  if (!zone) return utcOffsetMinutes
  if (zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
}
