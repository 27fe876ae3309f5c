import { type CompiledCalendar, isWorkingTime } from '../domain/working-time/index.ts'
import { RehearsalError } from './behaviour.ts'

const minute = 60_000
const day = 1_440 * minute

/**
 * When the case is filed, UTC epoch ms: at the office's own time that was asked for, a day alone meaning its first working
 * minute; else the next working morning. Workflows go forward only. @throws RehearsalError
 */
export function momentOf(
  at: string | undefined,
  { calendar, utcOffsetMinutes, now }: { calendar: CompiledCalendar; utcOffsetMinutes: number; now: number },
): number {
  const local = (text: string) => Date.parse(`${text}Z`) - utcOffsetMinutes * minute
  if (at?.includes('T')) return future(local(`${at}:00`), now)
  if (at) return future(firstWorkingMinute(calendar, local(`${at}T00:00:00`)), now)
  const tomorrow = Math.floor((now + utcOffsetMinutes * minute) / day + 1) * day - utcOffsetMinutes * minute
  return firstWorkingMinute(calendar, tomorrow)
}

function future(at: number, now: number): number {
  if (at > now) return at
  throw new RehearsalError(
    '--at sudah lewat: gladi hanya berjalan ke depan',
    'The day of filing is past: a rehearsal only goes forward',
  )
}

/** The first minute of that day in which the office works; of the next such day where it does not. */
function firstWorkingMinute(calendar: CompiledCalendar, from: number): number {
  for (let at = from; at < from + 30 * day; at += 30 * minute) if (isWorkingTime(calendar, at)) return at
  throw new RehearsalError(
    `Kalender ${calendar.code} tidak memuat hari kerja setelah tanggal itu`,
    `The calendar ${calendar.code} has no working day after that date`,
  )
}
