import { describe, expect, test } from 'vitest'
import {
  type Budget,
  closeOfDay,
  compileCalendar,
  dayOfReceipt,
  dueAt,
  isWorkingTime,
  measure,
  type Pause,
  rungAt,
  spent,
  startOfCounting,
} from '../../../domain/working-time/index.ts'
import { banyuwangi, banyuwangiData, desa, inWib, wib } from './pack-calendars.ts'

const days = (amount: number): Budget => ({ unit: 'working-days', amount })
const minutes = (amount: number): Budget => ({ unit: 'working-minutes', amount })
const pause = (from: string, until?: string): Pause => ({ from: wib(from), until: until ? wib(until) : null })
const due = (budget: Budget, received: string, ...pauses: Pause[]) =>
  inWib(dueAt(banyuwangi, budget, wib(received), pauses))

describe('a term in working days ends at the close of the n-th working day after the day of receipt', () => {
  test('across a weekend', () => expect(due(days(5), '2026-11-18 10:00')).toBe('Wed 2026-11-25 16:00'))
  test('across Independence Day', () => expect(due(days(5), '2026-08-13 13:59')).toBe('Fri 2026-08-21 16:30'))
  test('across Lebaran 2026', () => expect(due(days(5), '2026-03-16 10:00')).toBe('Mon 2026-03-30 16:00'))
  test('across Lebaran 2027', () => expect(due(days(5), '2027-03-04 10:00')).toBe('Fri 2027-03-19 16:30'))
  test('across Christmas and its cuti bersama', () =>
    expect(due(days(2), '2026-12-22 10:00')).toBe('Mon 2026-12-28 16:00'))
  test('across the new year', () => expect(due(days(3), '2026-12-29 10:00')).toBe('Mon 2027-01-04 16:00'))
  test('in a Ramadan week, where each short day counts as one', () => {
    expect(due(days(5), '2026-02-26 13:59')).toBe('Thu 2026-03-05 15:00')
    expect(due(days(1), '2026-02-26 13:59')).toBe('Fri 2026-02-27 15:30')
  })
  test('out of the ordinary weeks into Ramadan', () => {
    expect(due(days(5), '2026-02-13 10:00')).toBe('Tue 2026-02-24 15:00')
  })
})

describe('a receipt counts as the day on which it came before closing', () => {
  test('13.59 is today, 14.00 is the next working day', () => {
    expect(due(days(1), '2026-11-17 13:59')).toBe('Wed 2026-11-18 16:00')
    expect(dueAt(banyuwangi, days(1), wib('2026-11-17 14:00') - 1, [])).toBe(wib('2026-11-18 16:00'))
    expect(due(days(1), '2026-11-17 14:00')).toBe('Thu 2026-11-19 16:00')
  })
  test('before the doors open it is still that day', () => {
    expect(due(days(1), '2026-11-17 00:00')).toBe('Wed 2026-11-18 16:00')
  })
  test('Saturday is an opening day but no working day', () => {
    expect(dayOfReceipt(banyuwangi, wib('2026-11-21 10:00'))).toBe('2026-11-21')
    expect(due(days(1), '2026-11-21 10:00')).toBe('Mon 2026-11-23 16:00')
    expect(due(days(1), '2026-11-21 14:00')).toBe('Tue 2026-11-24 16:00')
    expect(due(days(1), '2026-11-22 10:00')).toBe('Tue 2026-11-24 16:00')
  })
  test('filing on Friday evening is never worse than filing on Saturday morning', () => {
    expect(dayOfReceipt(banyuwangi, wib('2026-11-20 15:00'))).toBe('2026-11-21')
    expect(due(days(1), '2026-11-20 15:00')).toBe('Mon 2026-11-23 16:00')
  })
  test('a pack may count late receipts as the next working day even so', () => {
    const receiptRule = { ...banyuwangiData.receiptRule, afterClosing: 'next-working-day' as const }
    const strict = compileCalendar({ ...banyuwangiData, receiptRule })
    expect(dayOfReceipt(strict, wib('2026-11-20 14:00'))).toBe('2026-11-23')
    expect(inWib(dueAt(strict, days(1), wib('2026-11-20 14:00'), []))).toBe('Tue 2026-11-24 16:00')
  })
  test('a pack may count the day of receipt itself', () => {
    const receiptRule = { ...banyuwangiData.receiptRule, excludesDayOfReceipt: false }
    const inclusive = compileCalendar({ ...banyuwangiData, receiptRule })
    expect(inWib(dueAt(inclusive, days(1), wib('2026-11-17 13:59'), []))).toBe('Tue 2026-11-17 16:00')
    expect(inWib(dueAt(inclusive, days(1), wib('2026-11-17 14:00'), []))).toBe('Wed 2026-11-18 16:00')
  })
  test('where no opening hours are said, work closes the day', () => {
    expect(inWib(dueAt(desa, days(1), wib('2026-11-17 15:59'), []))).toBe('Wed 2026-11-18 16:00')
    expect(inWib(dueAt(desa, days(1), wib('2026-11-17 16:00'), []))).toBe('Thu 2026-11-19 16:00')
  })
})

describe('working minutes run from the receipt while people work', () => {
  test('within a morning', () => expect(due(minutes(15), '2026-11-17 10:00')).toBe('Tue 2026-11-17 10:15'))
  test('over the Friday prayer break', () => expect(due(minutes(60), '2026-11-20 11:00')).toBe('Fri 2026-11-20 13:30'))
  test('up to the very start of a break', () =>
    expect(due(minutes(30), '2026-11-20 11:00')).toBe('Fri 2026-11-20 11:30'))
  test('after the counter has closed', () => expect(due(minutes(60), '2026-11-17 15:30')).toBe('Wed 2026-11-18 08:00'))
  test('from the very minute of a break or of the close', () => {
    expect(due(minutes(15), '2026-11-17 12:00')).toBe('Tue 2026-11-17 13:15')
    expect(due(minutes(15), '2026-11-17 16:00')).toBe('Wed 2026-11-18 07:45')
  })
  test('from a Saturday, over to Monday', () =>
    expect(due(minutes(15), '2026-11-21 10:00')).toBe('Mon 2026-11-23 07:45'))
  test('to the second', () => {
    expect(inWib(dueAt(banyuwangi, minutes(15), wib('2026-11-17 11:50') + 30_500, []))).toBe(
      'Tue 2026-11-17 13:05:30.500Z',
    )
  })
})

describe('rungs', () => {
  test('half of five days is the middle of the third, by its own working minutes', () => {
    expect(inWib(rungAt(banyuwangi, days(5), wib('2026-11-18 10:00'), [], 50))).toBe('Mon 2026-11-23 11:15')
    expect(inWib(rungAt(banyuwangi, days(5), wib('2026-02-27 10:00'), [], 50))).toBe('Wed 2026-03-04 11:15')
  })
  test('80 % is the close of the fourth day, 120 % that of the sixth', () => {
    expect(inWib(rungAt(banyuwangi, days(5), wib('2026-11-18 10:00'), [], 80))).toBe('Tue 2026-11-24 16:00')
    expect(inWib(rungAt(banyuwangi, days(5), wib('2026-11-18 10:00'), [], 120))).toBe('Thu 2026-11-26 16:00')
  })
})

describe('pauses', () => {
  const filed = '2026-11-18 10:00'
  test('over a weekend a pause costs nothing', () => {
    expect(due(days(5), filed, pause('2026-11-20 16:30', '2026-11-23 07:30'))).toBe('Wed 2026-11-25 16:00')
  })
  test('in the middle of a day it moves the due instant by exactly its working time', () => {
    const away = pause('2026-11-19 10:00', '2026-11-19 15:00')
    expect(due(days(5), filed, away)).toBe('Thu 2026-11-26 11:30')
    expect(due(minutes(2000), filed, away)).toBe(due(minutes(2240), filed))
  })
  test('one short Ramadan day away is one day', () => {
    const away = pause('2026-03-02 08:00', '2026-03-02 15:00')
    expect(due(days(5), '2026-02-26 10:00', away)).toBe('Fri 2026-03-06 15:30')
  })
  test('thirds of days add up to whole days, without a hair of rounding over the night', () => {
    const thirds = ['19', '23', '24'].map((day) => pause(`2026-11-${day} 10:00`, `2026-11-${day} 16:00`))
    expect(due(days(5), filed, ...thirds)).toBe('Fri 2026-11-27 16:30')
    const ordinaryAndShort = [
      pause('2026-02-16 10:00', '2026-02-18 10:00'),
      pause('2026-02-20 10:10', '2026-02-20 15:30'),
    ]
    expect(due(days(4), '2026-02-13 10:00', ...ordinaryAndShort)).toBe('Tue 2026-02-24 15:00')
  })
  test('while one is open nothing is due, and what was spent stays', () => {
    const open = pause('2026-11-20 07:30')
    expect(due(days(5), filed, open)).toBeNull()
    expect(spent(banyuwangi, days(5), wib(filed), [open], wib('2026-12-18 10:00'))).toBe(1)
  })
  test('an open pause that begins after the due instant changes nothing', () => {
    expect(due(days(1), filed, pause('2026-11-19 16:00'))).toBe('Thu 2026-11-19 16:00')
  })
})

test('the day of receipt costs nothing, the next day begins to', () => {
  const filed = wib('2026-11-18 10:00')
  expect(inWib(startOfCounting(banyuwangi, days(5), filed))).toBe('Thu 2026-11-19 07:30')
  expect(spent(banyuwangi, days(5), filed, [], wib('2026-11-18 16:00'))).toBe(0)
  expect(spent(banyuwangi, days(5), filed, [], wib('2026-11-19 11:15'))).toBe(0.5)
  expect(measure(banyuwangi, 'working-days', filed, filed, wib('2026-11-25 23:00'))).toBe(5)
  expect(measure(banyuwangi, 'working-minutes', filed, filed, wib('2026-11-18 13:00'))).toBe(120)
})

test('working time and the close of a day', () => {
  expect(
    ['07:29', '07:30', '11:59', '12:00', '13:00', '16:00'].map((at) =>
      isWorkingTime(banyuwangi, wib(`2026-11-18 ${at}`)),
    ),
  ).toEqual([false, true, true, false, true, false])
  expect(isWorkingTime(banyuwangi, wib('2026-11-21 10:00'))).toBe(false)
  expect(inWib(closeOfDay(banyuwangi, wib('2026-11-20 01:00')))).toBe('Fri 2026-11-20 16:30')
  expect(closeOfDay(banyuwangi, wib('2026-12-24 10:00'))).toBeNull()
})

test('an extra working day counts, and a zone further east closes earlier', () => {
  const name = { id: 'Hari kerja pengganti', en: 'Replacement working day' }
  const replaced = compileCalendar({
    ...banyuwangiData,
    utcOffsetMinutes: 480,
    extraWorkingDays: [{ date: '2026-11-21', name, working: ['07:30-12:30'], source: 'test' }],
  })
  expect(inWib(dueAt(replaced, days(1), wib('2026-11-20 10:00'), []))).toBe('Sat 2026-11-21 11:30')
})
