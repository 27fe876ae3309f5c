export type Locale = 'id' | 'en'
export type Zone = { utcOffsetMinutes: number; timeZoneName: string }

/** Dates, times and money as the regency's people write them; instants are ISO strings in UTC, shown in the regency's zone. */
export function formatsFor(locale: Locale, zone: Zone) {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  const shifted = (instant: string | number | Date) =>
    new Date(new Date(instant).getTime() + zone.utcOffsetMinutes * 60_000)
  const maker = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options })
    return (instant: string | number | Date) => format.format(shifted(instant))
  }
  const time = maker({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const date = maker({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekdayDate = maker({ weekday: 'long', day: 'numeric', month: 'long' })
  const weekdayYear = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const wholeDay = maker(weekdayYear)
  const dayMonthYear = maker({ day: 'numeric', month: 'short', year: 'numeric' })
  const shortDate = maker({ weekday: 'short', day: 'numeric', month: 'short' })
  const plainWholeDay = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...weekdayYear })
  const rupiah = new Intl.NumberFormat(tag, { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  return {
    time: (instant: string) => `${time(instant)} ${zone.timeZoneName}`,
    date,
    dateTime: (instant: string) => `${date(instant)}, ${time(instant)} ${zone.timeZoneName}`,
    /** `Rabu 25 November, 14.00 WIB` */
    weekdayTime: (instant: string) => `${weekdayDate(instant).replace(',', '')}, ${time(instant)} ${zone.timeZoneName}`,
    /** `Rab 25 Nov 14.00`, for tables. */
    short: (instant: string) => `${shortDate(instant).replace(',', '')} ${time(instant)}`,
    /** A date without a time, `2026-11-25`. */
    plainDate: (day: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(day)),
    /** `Rabu, 25 November 2026, 14.00 WIB` */
    fullDayTime: (instant: string) => `${wholeDay(instant)}, ${time(instant)} ${zone.timeZoneName}`,
    /** `Rabu, 25 November 2026`, of a date without a time. */
    fullDay: (day: string) => plainWholeDay.format(new Date(day)),
    /** `25 Nov 2026` */
    shortDate: dayMonthYear,
    /** `25 Nov`, of a date without a time. */
    dayMonth: (day: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(new Date(day)),
    /** The regency's local day of an instant, `2026-11-25`. */
    localDay: (instant: string | number) => shifted(instant).toISOString().slice(0, 10),
    rupiah: (amount: number) => rupiah.format(amount),
    number: (value: number) => number.format(value),
  }
}
export type Formats = ReturnType<typeof formatsFor>
