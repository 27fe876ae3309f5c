import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  compileCalendar,
  dueAt,
  isWorkingTime,
  measure,
  rungAt,
  spent,
} from '../../../domain/working-time/index.ts'
import { banyuwangi, banyuwangiData, wib } from './pack-calendars.ts'

const fiveDays = { unit: 'working-days', amount: 5 } as const

describe('a calendar whose data end before the answer refuses', () => {
  const covers = /calendar banyuwangi version 1 covers 2025-07-01 to 2027-12-31/
  test('a term that ends after it', () => {
    expect(() => dueAt(banyuwangi, fiveDays, wib('2027-12-28 10:00'), [])).toThrow(covers)
    expect(() => dueAt(banyuwangi, { unit: 'working-minutes', amount: 5000 }, wib('2027-12-28 10:00'), [])).toThrow(
      RangeError,
    )
  })
  test('the last day that it does cover is still answered', () => {
    expect(dueAt(banyuwangi, fiveDays, wib('2027-12-23 10:00'), [])).toBe(wib('2027-12-31 16:30'))
  })
  test('a receipt before or after it', () => {
    expect(() => dueAt(banyuwangi, fiveDays, wib('2025-06-30 23:59'), [])).toThrow(covers)
    expect(() => dueAt(banyuwangi, fiveDays, wib('2028-01-03 10:00'), [])).toThrow(covers)
    expect(() => isWorkingTime(banyuwangi, wib('2028-01-03 10:00'))).toThrow(covers)
  })
  test('a pause that ends after it, unless the clock has run out before', () => {
    const away = { from: wib('2027-12-01 10:00'), until: wib('2028-01-05 10:00') }
    expect(() => dueAt(banyuwangi, fiveDays, wib('2027-11-29 10:00'), [away])).toThrow(covers)
    expect(dueAt(banyuwangi, fiveDays, wib('2027-11-15 10:00'), [away])).toBe(wib('2027-11-22 16:00'))
  })
  test('a look at the clock after it', () => {
    expect(() => spent(banyuwangi, fiveDays, wib('2027-11-15 10:00'), [], wib('2028-01-05 10:00'))).toThrow(covers)
  })
})

describe('arguments out of range are refused by name', () => {
  const received = wib('2026-11-18 10:00')
  test.each([0, -1, 2.5, Number.NaN])('amount %s', (amount) => {
    expect(() => dueAt(banyuwangi, { unit: 'working-days', amount }, received, [])).toThrow(
      /amount .* whole number from 1/,
    )
  })
  test('percent', () => expect(() => rungAt(banyuwangi, fiveDays, received, [], 0)).toThrow(/percent 0/))
  test('instants that are none', () => {
    expect(() => dueAt(banyuwangi, fiveDays, Number.NaN, [])).toThrow(/NaN is no instant/)
    expect(() => dueAt(banyuwangi, fiveDays, received + 0.5, [])).toThrow(/is no instant/)
    expect(() => dueAt(banyuwangi, fiveDays, received, [{ from: Number.NaN }])).toThrow(/pause from NaN/)
  })
  test('what ends before it begins', () => {
    expect(() => dueAt(banyuwangi, fiveDays, received, [{ from: received, until: received - 1 }])).toThrow(
      /ends before it begins/,
    )
    expect(() => measure(banyuwangi, 'working-days', received, received, received - 1)).toThrow(/is after/)
  })
})

describe('compiling refuses a calendar with a mistake, naming the entry', () => {
  const closure = { date: '2026-03-21', kind: 'local', name: { id: 'x', en: 'x' }, source: 'test' } as const
  const extra = { date: '2026-03-28', name: { id: 'x', en: 'x' }, working: ['07:30-12:00'], source: 'test' }
  const [hours] = banyuwangiData.workingHours
  const week = hours?.week ?? {}
  const mistakes: [string, Partial<Calendar>, RegExp][] = [
    ['a day closed twice', { closures: [closure, closure] }, /closures\.1\.date: 2026-03-21 is closed twice/],
    [
      'a closure outside the data',
      { closures: [{ ...closure, date: '2028-01-01' }] },
      /closures\.0\.date: 2028-01-01 is outside/,
    ],
    ['a date that is none', { closures: [{ ...closure, date: '2026-02-30' }] }, /2026-02-30 is no date/],
    [
      'an extra day that is worked anyway',
      { extraWorkingDays: [{ ...extra, date: '2026-04-01' }] },
      /working day already/,
    ],
    [
      'an extra day on a closure',
      { closures: [closure], extraWorkingDays: [{ ...extra, date: closure.date }] },
      /also a closure/,
    ],
    ['an extra day twice', { extraWorkingDays: [extra, extra] }, /extraWorkingDays\.1\.date: .* added twice/],
    [
      'hours turned round',
      { workingHours: [{ from: '2025-01-01', week: { friday: ['12:00-07:30'] }, source: 'test' }] },
      /week\.friday/,
    ],
    [
      'hours that overlap',
      { workingHours: [{ from: '2025-01-01', week: { friday: ['07:30-12:00', '11:00-13:00'] }, source: 'test' }] },
      /in order and apart/,
    ],
    [
      'hours that begin too late',
      { workingHours: [{ from: '2026-01-01', week, source: 'test' }] },
      /workingHours: says nothing about 2025-07-01/,
    ],
    [
      'two hours in force at once',
      {
        workingHours: [
          { from: '2025-01-01', week, source: 'test' },
          { from: '2026-01-01', week, source: 'test' },
        ],
      },
      /workingHours\.1: overlaps the entry that begins on 2025-01-01/,
    ],
    ['a period turned round', { coversUntil: '2025-01-01' }, /coversFrom: ends on 2025-01-01, before it begins/],
    ['no zone', { utcOffsetMinutes: 7.5 }, /utcOffsetMinutes/],
    ['no version', { version: 0 }, /version/],
  ]
  test.each(mistakes)('%s', (_title, change, message) => {
    const calendar = { ...banyuwangiData, ...change }
    expect(() => compileCalendar(calendar)).toThrow(RangeError)
    expect(() => compileCalendar(calendar)).toThrow(message)
  })
})
