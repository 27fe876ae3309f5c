import type { Calendar } from '../../domain/working-time/index.ts'

const dayMs = 86_400_000
/** WIB. */
const offsetMs = 7 * 3_600_000

export type Scene = {
  calendar: Calendar
  /** Instant of a local time so many days after the scene's Thursday: `at(0, '13:59')`. */
  at(day: number, time: string): number
}

/**
 * A Thursday some weeks ahead of now, so that the story can always be told: work from 07.30 to 16.00, counters until 14.00;
 * the Monday after is a holiday, and from the Tuesday on it is Ramadan, 08.00 to 15.00, Friday to 15.30.
 */
export function scene(version = 1): Scene {
  const thursday = firstThursdayAfter(Date.now() + 20 * dayMs)
  const date = (day: number) => new Date(thursday + day * dayMs).toISOString().slice(0, 10)
  const week = (hours: string[], friday: string[]) => ({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday,
  })
  const work = week(['07:30-12:00', '13:00-16:00'], ['07:30-11:30', '13:00-16:30'])
  const counters = {
    monday: ['08:00-14:00'],
    tuesday: ['08:00-14:00'],
    wednesday: ['08:00-14:00'],
    thursday: ['08:00-14:00'],
    friday: ['08:00-14:00'],
  }
  const ramadan = week(['08:00-12:00', '12:30-15:00'], ['08:00-11:30', '12:30-15:30'])
  const source = 'contoh'
  const calendar: Calendar = {
    code: 'office',
    version,
    name: { id: 'Contoh', en: 'Example' },
    utcOffsetMinutes: 420,
    coversFrom: new Date(thursday - 400 * dayMs).toISOString().slice(0, 10),
    coversUntil: new Date(thursday + 800 * dayMs).toISOString().slice(0, 10),
    workingHours: [{ from: '2020-01-01', week: work, source }],
    openingHours: [{ from: '2020-01-01', week: counters, source }],
    seasons: [
      {
        code: 'ramadan',
        name: { id: 'Ramadan', en: 'Ramadan' },
        from: date(5),
        until: date(30),
        working: ramadan,
        source,
      },
    ],
    closures: [{ date: date(4), kind: 'national-holiday', name: { id: 'Libur', en: 'Holiday' }, source }],
    extraWorkingDays: [],
    receiptRule: {
      afterClosing: 'next-working-day',
      excludesDayOfReceipt: true,
      article: 'UU 30/2014 pasal 53',
      source,
    },
  }
  const at = (day: number, time: string) => Date.parse(`${date(day)}T${time}:00.000Z`) - offsetMs
  return { calendar, at }
}

function firstThursdayAfter(instant: number): number {
  const midnight = instant - (instant % dayMs)
  const weekday = new Date(midnight).getUTCDay()
  return midnight + ((4 - weekday + 7) % 7) * dayMs
}
