import type { Language } from '../i18n/language.ts'

const zones: Record<number, string> = { 420: 'Asia/Jakarta', 480: 'Asia/Makassar', 540: 'Asia/Jayapura' }

/** Times as Indonesians write them: `Rabu 25 November 14.00`. English keeps the order and writes `14:00`. */
export type Times = {
  /** `Rabu 25 November`, with the year when it is not this one. */
  day: (instant: string | Date) => string
  /** `Rabu 25 November 14.00` */
  dayTime: (instant: string | Date) => string
  /** `25 November 2026` */
  date: (instant: string | Date) => string
  /** `25 November 2026 14.00 WIB` */
  full: (instant: string | Date) => string
  /** `14.00` */
  clock: (instant: string | Date) => string
}

/** `offsetMinutes` east of UTC, `zoneName` as people say it (WIB, WITA, WIT). */
export function createTimes(language: Language, offsetMinutes: number, zoneName: string, now = new Date()): Times {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const timeZone = zones[offsetMinutes] ?? 'Asia/Jakarta'
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const parts = (instant: string | Date) => {
    const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
    for (const part of format.formatToParts(new Date(instant))) found[part.type] = part.value
    return found
  }
  const thisYear = parts(now).year
  const separator = language === 'id' ? '.' : ':'

  const day: Times['day'] = (instant) => {
    const { weekday, day, month, year } = parts(instant)
    return `${weekday} ${day} ${month}${year === thisYear ? '' : ` ${year}`}`
  }
  const clock: Times['clock'] = (instant) => {
    const { hour, minute } = parts(instant)
    return `${hour}${separator}${minute}`
  }
  const date: Times['date'] = (instant) => {
    const { day, month, year } = parts(instant)
    return `${day} ${month} ${year}`
  }
  return {
    day,
    clock,
    date,
    dayTime: (instant) => `${day(instant)} ${clock(instant)}`,
    full: (instant) => `${date(instant)} ${clock(instant)} ${zoneName}`,
  }
}
