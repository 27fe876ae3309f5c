import { describe, expect, test } from 'vitest'
import { type Calendar, measure } from '../../../domain/working-time/index.ts'
import { banyuwangi, banyuwangiData, desa, desaData, wib } from './pack-calendars.ts'

const closures = (calendar: Calendar, year: string, kind: string) =>
  calendar.closures
    .filter((closure) => closure.date.startsWith(year) && closure.kind === kind)
    .map(({ date }) => date.slice(5))

describe('the calendars of Banyuwangi', () => {
  test('2026 as in SKB 1497/2/5 2025', () => {
    expect(closures(banyuwangiData, '2026', 'national-holiday')).toEqual([
      '01-01',
      '01-16',
      '02-17',
      '03-19',
      '03-21',
      '03-22',
      '04-03',
      '04-05',
      '05-01',
      '05-14',
      '05-27',
      '05-31',
      '06-01',
      '06-16',
      '08-17',
      '08-25',
      '12-25',
    ])
    expect(closures(banyuwangiData, '2026', 'cuti-bersama')).toEqual([
      '02-16',
      '03-18',
      '03-20',
      '03-23',
      '03-24',
      '05-15',
      '05-28',
      '12-24',
    ])
  })
  test('2027, its estimated dates marked as such', () => {
    expect(closures(banyuwangiData, '2027', 'national-holiday')).toEqual([
      '01-01',
      '01-05',
      '02-06',
      '03-08',
      '03-10',
      '03-11',
      '03-26',
      '03-28',
      '05-01',
      '05-06',
      '05-17',
      '05-20',
      '06-01',
      '06-06',
      '08-15',
      '08-17',
      '12-25',
      '12-26',
    ])
    expect(closures(banyuwangiData, '2027', 'cuti-bersama')).toEqual([
      '02-05',
      '03-09',
      '03-12',
      '03-15',
      '03-25',
      '05-18',
      '05-19',
      '12-24',
    ])
    const estimated = banyuwangiData.closures.filter(({ source }) => source.startsWith('Estimated'))
    expect(estimated.map(({ date }) => date)).toEqual(['2027-03-10', '2027-03-11', '2027-05-17'])
  })
  test('villages close on the same days', () => expect(desaData.closures).toEqual(banyuwangiData.closures))

  test.each([
    ['an ordinary week', '2026-11-16', 37.5],
    ['a Ramadan week', '2026-03-02', 32.5],
    ['a Ramadan week of 2027', '2027-02-15', 32.5],
  ])('%s has the hours of Perpres 21/2023', (_title, monday, expected) => {
    const from = wib(`${monday} 00:00`)
    for (const calendar of [banyuwangi, desa]) {
      expect(measure(calendar, 'working-minutes', from, from, from + 7 * 86_400_000) / 60).toBe(expected)
    }
  })
  test('Ramadan ends on the eve of Idul Fitri and lasts 29 or 30 days', () => {
    for (const { from, until } of banyuwangiData.seasons) {
      const eve = Date.parse(`${until}T00:00:00Z`)
      const next = new Date(eve + 86_400_000).toISOString().slice(0, 10)
      expect(banyuwangiData.closures.find(({ date }) => date === next)?.name.id).toBe('Hari Raya Idul Fitri')
      expect([29, 30]).toContain((eve - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1)
    }
  })
})
