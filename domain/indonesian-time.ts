const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']

function local(instant: number, utcOffsetMinutes: number): Date {
  return new Date(instant + utcOffsetMinutes * 60_000)
}

/** "22 November 2026" in the office's own day. */
export function longDate(instant: number, utcOffsetMinutes: number): string {
  const date = local(instant, utcOffsetMinutes)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** "Rabu, 25 November 2026 pukul 14.00". */
export function longDateTime(instant: number, utcOffsetMinutes: number): string {
  const date = local(instant, utcOffsetMinutes)
  const time = `${String(date.getUTCHours()).padStart(2, '0')}.${String(date.getUTCMinutes()).padStart(2, '0')}`
  return `${weekdays[date.getUTCDay()]}, ${longDate(instant, utcOffsetMinutes)} pukul ${time}`
}

/** Calendar parts of an instant in the office's own day; `month` from 1. */
export function dateParts(instant: number, utcOffsetMinutes: number): { year: number; month: number; day: number } {
  const date = local(instant, utcOffsetMinutes)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The office's own day of an instant, `2026-11-22`. */
export function plainDay(instant: number, utcOffsetMinutes: number): string {
  return local(instant, utcOffsetMinutes).toISOString().slice(0, 10)
}
